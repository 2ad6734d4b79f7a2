import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "#app/platform/env.server.ts";
import { startLocalPostgres } from "#db/local-postgres.ts";
import { ensureSearchKeys } from "#search/keys.ts";
import { startLocalMeilisearch } from "#search/local-meilisearch.ts";
import { startEngineGuard } from "./engine-guard.ts";

interface Engine {
  url: string;
  pid: number;
  exited: Promise<void>;
  stop(): Promise<void>;
}

export interface Engines {
  databaseUrl: string;
  /** Null: search runs on Postgres. */
  meili: { url: string; searchKey: string; indexerKey: string } | null;
  stop(): Promise<void>;
}

/** The engines of the environment, or embedded ones where it names none; those are kept running. */
export async function startEngines(env: Env, say: (sentence: string) => void): Promise<Engines> {
  const guard = startEngineGuard();
  const stops: (() => Promise<void>)[] = [];

  /** Starts an engine again, on its old port, whenever it ends by itself. */
  const keep = <Kind extends Engine>(
    name: string,
    first: Kind,
    start: (port: number) => Promise<Kind | null>,
  ) => {
    const port = Number(new URL(first.url).port);
    let current: Engine | null = first;
    let stopping = false;
    const watch = async (engine: Engine): Promise<void> => {
      guard.watch(engine.pid, "SIGINT");
      await engine.exited;
      guard.forget(engine.pid);
      current = null;
      for (let pause = 250; !stopping && !current; pause = Math.min(pause * 2, 2_000)) {
        say(`${name} ended; starting it again`);
        await sleep(pause);
        current = stopping ? null : await start(port).catch(() => null);
      }
      if (current && stopping) await current.stop();
      else if (current) await watch(current);
    };
    watch(first).catch((error) => say(`${name} is not watched any more: ${error}`));
    stops.push(async () => {
      stopping = true;
      await current?.stop();
    });
  };

  const startPostgres = async () => {
    const start = (port?: number) =>
      startLocalPostgres({ dir: path.join(env.varDir, "postgres"), ...(port ? { port } : {}) });
    const postgres = await start();
    keep("PostgreSQL", postgres, start);
    return postgres.url;
  };
  const startMeilisearch = async () => {
    const start = (port?: number) =>
      startLocalMeilisearch({
        dir: path.join(env.varDir, "meilisearch"),
        binary: env.meiliBinary,
        folders: env.searchPath,
        ...(port ? { port } : {}),
      });
    const meilisearch = await start();
    if (meilisearch) keep("Meilisearch", meilisearch, start);
    return meilisearch;
  };

  const stop = async () => void (await Promise.all(stops.map((end) => end())));
  const [database, meili] = await Promise.allSettled([
    env.databaseUrl ?? startPostgres(),
    env.meiliUrl ? givenMeilisearch(env, env.meiliUrl) : startMeilisearch(),
  ]);
  if (database.status === "rejected" || meili.status === "rejected") {
    await stop();
    throw database.status === "rejected"
      ? database.reason
      : (meili as PromiseRejectedResult).reason;
  }
  return { databaseUrl: database.value, meili: meili.value, stop };
}

async function givenMeilisearch({ meiliKey, meiliMasterKey }: Env, url: string) {
  if (meiliKey) return { url, searchKey: meiliKey, indexerKey: meiliKey };
  return { url, ...(await ensureSearchKeys(url, meiliMasterKey ?? "")) };
}
