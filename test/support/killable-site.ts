import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Meilisearch } from "meilisearch";
import { buildWhenStale } from "#app/server/supervisor/build-when-stale.ts";
import { createDb, type RootDb } from "#db/client.ts";
import { freePort } from "#db/free-port.ts";
import { findRunningPostgres } from "#db/local-postgres-running.ts";
import { findRunningMeilisearch } from "#search/local-meilisearch-running.ts";
import { indexDifferences } from "./index-differences.ts";
import { runStart } from "./start-command.ts";

export type Victim = "worker" | "Meilisearch" | "Postgres";

export interface KillableSite {
  origin: string;
  varDir: string;
  /** A client of the site's own database, with the pool the web process has. */
  db: RootDb;
  /** SIGKILL to every process of it. */
  kill(victim: Victim): Promise<void>;
  /** SIGSTOP to every process of it; answers how to let them go on. */
  freeze(victim: Victim): Promise<() => void>;
  /** The web process's number: the same one as long as it was not started anew. */
  webPid(): Promise<number>;
  /** What differs between the published jobs and the index, in sentences; empty when they are equal. */
  differences(): Promise<string[]>;
  /** `npm run reindex` beside the running site; answers what it said. Rejects when it fails. */
  reindex(): Promise<string>;
  stop(): Promise<void>;
}

/** `npm start` with engines of its own, whose processes can be killed and frozen without harm to other tests. */
export async function startKillableSite(): Promise<KillableSite> {
  await buildWhenStale(() => {});
  const varDir = await mkdtemp(path.join(tmpdir(), "careercenter-kill-"));
  const port = await freePort();
  const command = runStart(varDir, port, { LOG_LEVEL: "silent" });
  await command.untilReady();
  const databaseUrl = await findRunningPostgres(path.join(varDir, "postgres"));
  const engine = await findRunningMeilisearch(path.join(varDir, "meilisearch"));
  if (!databaseUrl || !engine) throw new Error("these tests need both engines");
  const db = createDb({ url: databaseUrl, applicationName: "careercenter-test" });
  const index = new Meilisearch({ host: engine.url, apiKey: engine.key }).index("jobs");

  const ours = async (script: string): Promise<number> => {
    const { children } = JSON.parse(await readFile(path.join(varDir, "running.json"), "utf8"));
    for (const pid of children) if ((await commandOf(pid)).includes(script)) return pid;
    throw new Error(`${script} does not run`);
  };
  const pidsOf = async (victim: Victim): Promise<number[]> => {
    if (victim === "worker") return [await ours("app/worker/main.ts")];
    const file = victim === "Postgres" ? "postgres/data/postmaster.pid" : "meilisearch/pid";
    const pid = Number.parseInt(await readFile(path.join(varDir, file), "utf8"), 10);
    return [pid, ...(await childrenOf(pid))];
  };
  const send = (pids: number[], signal: NodeJS.Signals) => {
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        // A backend may have ended by itself since the list was made.
      }
    }
  };

  return {
    origin: `http://localhost:${port}`,
    varDir,
    db,
    kill: async (victim) => send(await pidsOf(victim), "SIGKILL"),
    async freeze(victim) {
      const pids = await pidsOf(victim);
      send(pids, "SIGSTOP");
      return () => send(pids, "SIGCONT");
    },
    webPid: () => ours("app/server/main.ts"),
    differences: () => indexDifferences(db, index),
    reindex: () => runReindex(varDir),
    async stop() {
      await db.destroy();
      command.process.kill("SIGTERM");
      await command.ended;
      await rm(varDir, { recursive: true, force: true });
    },
  };
}

async function runReindex(varDir: string): Promise<string> {
  const { stderr } = await promisify(execFile)(process.execPath, ["search/reindex-command.ts"], {
    env: { ...process.env, VAR_DIR: varDir },
  });
  return stderr;
}

const commandOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found: number[] = [];
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name before may hold spaces; after its bracket come the state and the parent.
    if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent) found.push(pid);
  }
  return found;
}
