import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#db/free-port.ts";
import { ensureSearchKeys, type SearchKeys } from "./keys.ts";
import { findMeilisearchBinary } from "./local-meilisearch-binary.ts";
import { stopLeftover } from "./local-meilisearch-leftovers.ts";

export interface LocalMeilisearch extends SearchKeys {
  url: string;
  pid: number;
  /** Resolves when the server ends, wanted or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export interface LocalMeilisearchOptions {
  /** Holds the index, the master key and the log. */
  dir: string;
  /** A server binary the operator chose. */
  binary?: string | null;
  /** Folders of PATH to look through when npm brought none. */
  folders?: string[];
  /** Indexes the keys reach. Default jobs*; tests use prefixes of their own. */
  indexes?: string;
  /** Default: a free one. */
  port?: number;
}

/**
 * Starts Meilisearch on 127.0.0.1 and a free port with two scoped keys. Null when this machine has no binary.
 * An index this version cannot open is dropped: it is only a projection of Postgres.
 */
export async function startLocalMeilisearch(
  options: LocalMeilisearchOptions,
): Promise<LocalMeilisearch | null> {
  const dir = path.resolve(options.dir);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { binary: chosen = null, folders = [], indexes = "jobs*" } = options;
  const binary = await findMeilisearchBinary({ dir, chosen, folders });
  if (!binary) return null;
  await stopLeftover(dir);
  const port = options.port ?? (await freePort());
  const master = await readOrMakeKey(path.join(dir, "master-key"));
  let server = await launch({ binary, dir, master, port });
  if (!server) {
    await rm(path.join(dir, "data"), { recursive: true, force: true });
    server = await launch({ binary, dir, master, port });
  }
  if (!server) throw new Error(await lastWords(dir));
  const { child, url } = server;
  const keys = await ensureSearchKeys(url, master, indexes);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url,
    ...keys,
    pid: child.pid ?? 0,
    exited,
    stop: () => stop(child),
  };
}

async function readOrMakeKey(file: string): Promise<string> {
  const known = await readFile(file, "utf8").catch(() => "");
  if (known) return known;
  const made = randomBytes(32).toString("hex");
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

interface Launch {
  binary: string;
  dir: string;
  master: string;
  port: number;
}

async function launch({ binary, dir, master, port }: Launch) {
  const url = `http://127.0.0.1:${port}`;
  const output = await open(path.join(dir, "meilisearch.log"), "w", 0o600);
  const child = spawn(binary, ["--http-addr", `127.0.0.1:${port}`, "--db-path", "data"], {
    cwd: dir,
    // Detached: Ctrl-C reaches the supervisor only, which stops the engines after their clients.
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
    env: {
      NODE_ENV: "production",
      MEILI_ENV: "production",
      MEILI_NO_ANALYTICS: "true",
      MEILI_LOG_LEVEL: "WARN",
      MEILI_MASTER_KEY: master,
    },
  });
  child.once("error", () => {});
  await output.close();
  await writeFile(path.join(dir, "pid"), String(child.pid ?? ""), { mode: 0o600 });
  await writeFile(path.join(dir, "port"), String(port), { mode: 0o600 });
  const deadline = Date.now() + 30_000;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const healthy = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return { child, url };
    await sleep(20);
  }
  child.kill("SIGKILL");
  return null;
}

async function lastWords(dir: string): Promise<string> {
  const log = path.join(dir, "meilisearch.log");
  const tail = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-5);
  return `The embedded Meilisearch did not start. Its last words (all of them are in ${log}):\n${tail.join("\n")}`;
}

async function stop(child: ChildProcess): Promise<void> {
  for (const [signal, patience] of [
    ["SIGTERM", 10_000],
    ["SIGKILL", 2_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await Promise.race([gone, sleep(patience, null, { ref: false })]);
  }
}
