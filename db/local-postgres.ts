import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { findPostgresBinaries, isCode, type PostgresBinaries } from "./local-postgres-binaries.ts";
import { clearLeftovers } from "./local-postgres-leftovers.ts";
import { asUser, findPostgresUser, type PostgresUser } from "./local-postgres-user.ts";

export interface LocalPostgres {
  /** Of the database `careercenter`, made if missing. */
  url: string;
  pid: number;
  /** Resolves when the server ends, wanted or not. */
  exited: Promise<void>;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface LocalPostgresOptions {
  /** Holds the cluster, its password and its log. */
  dir: string;
  /** False only for throw-away tests: no fsync. */
  durable?: boolean;
  /** Default: a free one. */
  port?: number;
}

interface Cluster {
  data: string;
  password: string;
  user: PostgresUser | null;
  binaries: PostgresBinaries;
}

const MAJOR = "18";
// Same sort order and case rules on every machine, whatever its locales.
const INITDB = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"];
const THROW_AWAY = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

/**
 * Starts PostgreSQL 18 on 127.0.0.1 and a free port, making its cluster on first use and stopping one that a killed
 * start left running. Throws sentences for people.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const dir = path.resolve(options.dir);
  const [binaries, user] = await Promise.all([findPostgresBinaries(), findPostgresUser()]);
  await mkdir(dir, { recursive: true, mode: 0o711 });
  const password = await readOrMakePassword(path.join(dir, "password"));
  const cluster = { data: path.join(dir, "data"), password, user, binaries };
  await clearLeftovers(cluster.data);
  await ensureCluster(cluster, options.durable ?? true);
  const log = path.join(dir, "postgres.log");
  const port = options.port ?? (await freePort());
  const child = await launch(cluster, port, log, options.durable ?? true);
  await untilReady(child, cluster.data, log);
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/careercenter`;
  await ensureDatabase(url);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { url, pid: child.pid ?? 0, exited, stop: () => stop(child) };
}

async function readOrMakePassword(file: string): Promise<string> {
  const known = await readFile(file, "utf8").catch(() => "");
  if (known) return known;
  const made = randomBytes(24).toString("hex");
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

/** The cluster is made beside its place and moved in, so that a killed start leaves nothing half-written. */
async function ensureCluster(cluster: Cluster, durable: boolean): Promise<void> {
  const { data, user, binaries } = cluster;
  const version = await readFile(path.join(data, "PG_VERSION"), "utf8").catch(ifMissing(null));
  const control = await open(path.join(data, "global", "pg_control")).catch(ifMissing(null));
  await control?.close();
  if (version && control) {
    if (version.trim() === MAJOR) return;
    throw new Error(
      `${data} was made by PostgreSQL ${version.trim()}; this is PostgreSQL ${MAJOR}. Move that folder away to start with an empty one.`,
    );
  }
  const place = await open(data).catch(ifMissing(null));
  await place?.close();
  if (place) {
    throw new Error(
      `The data directory ${data} is only half written (${version ? "global/pg_control" : "PG_VERSION"} is missing). Restore it from a backup, or move it away to start with an empty one.`,
    );
  }
  const fresh = `${data}.new`;
  const passwordFile = `${fresh}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (user) {
    await chown(fresh, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const flags = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const speed = durable ? ["--data-checksums"] : ["--no-sync", "--no-data-checksums"];
  const args = [`--pgdata=${fresh}`, ...flags, ...INITDB, "--builtin-locale=C.UTF-8", ...speed];
  const command = await asUser(user, binaries.initdb, args, [...binaries.probes, fresh]);
  await finished(spawn(command.file, command.args, { ...identity(command), stdio: "pipe" }));
  await rm(passwordFile, { force: true });
  await rename(fresh, data);
}

const ifMissing =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return value;
    if (isCode(error, "EACCES")) {
      throw new Error(
        `${(error as NodeJS.ErrnoException).path} belongs to another user: CareerCenter was started as root here before. Start it as root again, or use another VAR_DIR.`,
      );
    }
    throw error;
  };

const identity = ({ uid, gid }: Partial<PostgresUser>) => ({
  env: { NODE_ENV: "production", LC_MESSAGES: "C", PATH: "/usr/local/bin:/usr/bin:/bin" } as const,
  ...(uid === undefined ? {} : { uid }),
  ...(gid === undefined ? {} : { gid }),
});

async function launch(cluster: Cluster, port: number, log: string, durable: boolean) {
  const { data, user, binaries } = cluster;
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=120",
    "shared_buffers=256MB",
    "timezone=UTC",
    "log_timezone=UTC",
    ...(durable ? [] : THROW_AWAY),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const args = ["-D", data, "-p", String(port), ...flags];
  const command = await asUser(user, binaries.postgres, args, [...binaries.probes, data]);
  const output = await open(log, "w", 0o600);
  // Detached: Ctrl-C reaches the supervisor only, which stops the engines after their clients.
  const child = spawn(command.file, command.args, {
    ...identity(command),
    cwd: "/",
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
  });
  child.once("error", () => {});
  await output.close();
  return child;
}

async function untilReady(child: ChildProcess, data: string, log: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const lines = (await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "")).split(
      "\n",
    );
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return;
    await sleep(20);
  }
  child.kill("SIGKILL");
  const tail = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-5);
  throw new Error(
    `The embedded PostgreSQL did not start. Its last words (all of them are in ${log}):\n${tail.join("\n")}`,
  );
}

async function ensureDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client(url.replace(/\/[^/]*$/, "/postgres"));
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
}

async function stop(child: ChildProcess): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await Promise.race([gone, sleep(patience, null, { ref: false })]);
  }
}

async function finished(child: ChildProcess): Promise<void> {
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`PostgreSQL could not make its cluster: ${output.trim()}`);
}
