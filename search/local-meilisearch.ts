import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Meilisearch } from "meilisearch";
import { freePort } from "#db/free-port.ts";
import { findMeilisearchBinary } from "./local-meilisearch-binary.ts";
import { stopLeftover } from "./local-meilisearch-leftovers.ts";

export interface LocalMeilisearch {
  url: string;
  /** May only search jobs*: for the web process. */
  searchKey: string;
  /** All rights on jobs* and the tasks it causes: for the worker. */
  indexerKey: string;
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

// A key's text follows from the master key and these, so that it need not be stored.
const SEARCH_KEY_UID = "6f0a4f5e-6f0c-4b57-9c39-5d9f5a5a4a01";
const INDEXER_KEY_UID = "0e9d1f5c-7a3b-4d5e-8f41-1c2b3a4d5e02";

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
  await ensureKeys(url, master, indexes);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url,
    searchKey: keyText(master, SEARCH_KEY_UID),
    indexerKey: keyText(master, INDEXER_KEY_UID),
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

const keyText = (master: string, uid: string): string =>
  createHmac("sha256", master).update(uid).digest("hex");

async function ensureKeys(url: string, master: string, indexes: string): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: master });
  const { results } = await client.getKeys({ limit: 100 });
  const wanted = [
    { uid: SEARCH_KEY_UID, actions: ["search"], name: "CareerCenter web: search only" },
    {
      uid: INDEXER_KEY_UID,
      actions: ["search", "documents.*", "indexes.*", "settings.*", "tasks.*", "stats.get"],
      name: "CareerCenter worker: keeps the index",
    },
  ];
  for (const { uid, actions, name } of wanted) {
    if (results.some((key) => key.uid === uid)) continue;
    await client.createKey({
      uid,
      actions,
      name,
      indexes: [indexes],
      expiresAt: null,
    } as Parameters<Meilisearch["createKey"]>[0]);
  }
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
