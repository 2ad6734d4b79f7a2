import { setTimeout as sleep } from "node:timers/promises";
import { type Env, EnvError, getEnv } from "#app/platform/env.server.ts";
import { migrate } from "#db/migrate.ts";
import { buildWhenStale } from "./supervisor/build-when-stale.ts";
import { type Engines, startEngines } from "./supervisor/engines.ts";
import { seedFirstStart } from "./supervisor/first-start.ts";
import { type KeptProcess, keepProcess } from "./supervisor/kept-process.ts";
import { leaveWithNpm } from "./supervisor/leave-with-npm.ts";
import { logFile, openLog } from "./supervisor/log-file.ts";
import { checkPort } from "./supervisor/port-check.ts";
import { endLeftovers, writeRunning } from "./supervisor/running.ts";
import { StartError } from "./supervisor/start-error.ts";
import { claimVarDir, prepareVarDir, releaseVarDir } from "./supervisor/var-dir.ts";

const READY_MS = 60_000;
const HOPELESS_CRASHES = 3;

const dev = process.argv.includes("--dev");
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);
const children: KeptProcess[] = [];
let engines: Engines | null = null;
let stopping = false;

/** `npm start` and `npm run dev`: engines, database, web and worker, kept running until told to stop. */
async function start(): Promise<void> {
  const env = getEnv();
  if (env.underNpm) leaveWithNpm(() => void stop(0).catch(fail));
  await prepareVarDir(env.varDir);
  await claimVarDir(env.varDir);
  await endLeftovers(env.varDir);
  writeRunning(env.varDir, []);
  await checkPort(env.host, env.port);
  say(`CareerCenter is starting; its state is in ${env.varDir}`);

  const [prepared, built] = await Promise.allSettled([
    prepareEngines(env),
    dev ? null : buildWhenStale(say),
  ]);
  if (prepared.status === "rejected") throw prepared.reason;
  if (built.status === "rejected") throw built.reason;
  const { databaseUrl, meili } = prepared.value;
  if (stopping) return;

  const shared: Record<string, string> = {
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: databaseUrl,
    VAR_DIR: env.varDir,
    ...(meili ? { MEILI_URL: meili.url } : {}),
    ...(env.databaseUrl ? {} : { CAREERCENTER_EMBEDDED: "1" }),
    ...(dev ? { CAREERCENTER_DEV: "1" } : {}),
  };
  // Who watches the site start reads sentences; what its processes log is for whoever looks for it.
  const output = dev ? {} : { output: openLog(env.varDir) };
  const onSpawn = () =>
    writeRunning(
      env.varDir,
      children.flatMap((child) => child.pid() ?? []),
    );
  const keep = (script: string, own: Record<string, string>) =>
    children.push(keepProcess({ script, env: { ...shared, ...own }, onSpawn, say, ...output }));
  const webProcesses = dev ? 1 : env.webProcesses;
  for (let nth = 0; nth < webProcesses; nth += 1) {
    keep("app/server/main.ts", {
      ...(meili && { MEILI_KEY: meili.searchKey }),
      ...(webProcesses > 1 && { CAREERCENTER_SHARED_PORT: "1" }),
      // Each has its own count of what it answered.
      ...(env.metricsPort > 0 && { METRICS_PORT: String(env.metricsPort + nth) }),
    });
  }
  // Metrics are the web processes'.
  keep("app/worker/main.ts", { METRICS_PORT: "", ...(meili && { MEILI_KEY: meili.indexerKey }) });
  onSpawn();
  await untilReady(env.host, env.port);
  if (!dev) say(`Logs are in ${logFile(env.varDir)}`);
  say(`CareerCenter ready on http://localhost:${env.port}`);
}

async function prepareEngines(env: Env): Promise<Engines> {
  engines = await startEngines(env, say);
  const { databaseUrl, meili } = engines;
  if (!meili) {
    say(
      "There is no Meilisearch for this machine: search runs on PostgreSQL. MEILI_BINARY or MEILI_URL can name one.",
    );
  }
  await migrate(databaseUrl);
  if (!env.databaseUrl) await seedFirstStart({ databaseUrl, varDir: env.varDir, say });
  return engines;
}

async function untilReady(host: string, port: number): Promise<void> {
  const name = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host;
  const deadline = Date.now() + READY_MS;
  while (!stopping) {
    const ready = await fetch(`http://${name}:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > deadline || children.some((child) => child.crashes() >= HOPELESS_CRASHES)) {
      throw new StartError(
        dev
          ? "The web process or the worker does not start; its own words are above."
          : `The web process or the worker does not start; its own words are in ${logFile(getEnv().varDir)}`,
      );
    }
    await sleep(50);
  }
}

async function stop(exitCode: number): Promise<void> {
  if (stopping) {
    for (const child of children) child.kill();
    return;
  }
  stopping = true;
  await Promise.all(children.map((child) => child.stop()));
  await engines?.stop();
  releaseVarDir();
  process.exit(exitCode);
}

function fail(error: unknown): void {
  const expected = error instanceof StartError || error instanceof EnvError;
  const words = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  stop(1).catch(() => process.exit(1));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stop(0).catch(fail));
}
process.on("uncaughtException", fail);

start().catch(fail);
