import { getEnv } from "#app/platform/env.server.ts";
import { createMailer } from "#app/platform/mailer.server.ts";
import { wireDeps } from "#app/platform/wire.server.ts";
import { startTaskRunner } from "./run-tasks.ts";
import { startSearchSync } from "./search-sync.ts";
import { searchIndexPass } from "./sync-search-index.ts";
import { listenForWatchers } from "./worker-endpoint.ts";

const STOP_MS = 20_000;

const env = getEnv();
const { deps, close } = wireDeps(env, "worker");
const { log } = deps;

process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "the worker met an error nobody handled");
  process.exit(1);
});

const databaseUrl = env.databaseUrl ?? "";
const mailer = createMailer({ ...env, origin: env.appOrigin });
const runner = await startTaskRunner({ ...deps, mailer }, { databaseUrl });
const sync = deps.search ? startSearchSync(deps, { databaseUrl, drain: searchIndexPass() }) : null;
const watched = env.metricsPort
  ? listenForWatchers(deps, { port: env.metricsPort, host: env.metricsHost })
  : null;
let stopping = false;

async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, "the worker is stopping");
  setTimeout(() => process.exit(1), STOP_MS).unref();
  await Promise.all([runner.stop(STOP_MS - 5_000), sync?.stop()]);
  watched?.closeAllConnections();
  watched?.close();
  mailer.close();
  await close();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
// The parent of the embedded set-up holds an IPC channel open: when it is gone, so is the reason to run.
if (process.connected) process.on("disconnect", () => void stop("the parent process is gone"));

if (watched && !watched.listening) {
  await new Promise<void>((resolve) => {
    watched.once("listening", resolve);
    watched.once("error", () => resolve());
  });
}

// Last: from here on a signal finds its handler.
log.info("the worker is ready");
process.send?.("ready");
