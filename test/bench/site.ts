import { openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { readEnv } from "#app/platform/env.server.ts";
import { buildWhenStale } from "#app/server/supervisor/build-when-stale.ts";
import { startEngines } from "#app/server/supervisor/engines.ts";
import { keepProcess } from "#app/server/supervisor/kept-process.ts";
import { claimVarDir, prepareVarDir, releaseVarDir } from "#app/server/supervisor/var-dir.ts";
import { createDb, type RootDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { seedVolume } from "#db/seed/volume/seed-volume.ts";
import { createSearch, type SearchEngine } from "#search/client.ts";
import { waitUntil } from "#test/support/wait-until.ts";

export interface BenchSite {
  origin: string;
  db: RootDb;
  search: SearchEngine;
  /** The engine itself, and the key the web process asks it with. */
  meili: { url: string; key: string };
  /** Seconds to write the jobs, and to index them; null when an earlier run did it. */
  seeded: { rows: number; index: number } | null;
  /** Another web process, without an engine: Postgres answers its searches. */
  fallback: { origin: string; pid(): number };
  pids: { web(): number; worker(): number };
  varDir: string;
  stop(): Promise<void>;
}

export interface BenchSiteOptions {
  varDir: string;
  port: number;
  jobs: number;
  say: (sentence: string) => void;
}

/** The built web and worker processes on embedded engines that hold at least `jobs` jobs, all of them indexed. */
export async function startBenchSite({
  varDir,
  port,
  jobs,
  say,
}: BenchSiteOptions): Promise<BenchSite> {
  const dir = path.resolve(varDir);
  await prepareVarDir(dir);
  await claimVarDir(dir);
  const own = { VAR_DIR: dir, DATABASE_URL: "", MEILI_URL: "", MEILI_KEY: "" };
  const engines = await startEngines(readEnv({ ...process.env, ...own }), say);
  const { databaseUrl, meili } = engines;
  if (!meili) throw new Error("There is no Meilisearch for this machine: nothing to compare with.");
  await migrate(databaseUrl);
  await buildWhenStale(say);
  const db = createDb({ url: databaseUrl, max: 4, applicationName: "careercenter-bench" });
  const rows = await seed(db, { jobs, say });

  const origin = `http://localhost:${port}`;
  const output = openSync(path.join(dir, "log"), "w");
  const shared = {
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_ORIGIN: origin,
    DATABASE_URL: databaseUrl,
    VAR_DIR: dir,
    METRICS_PORT: "",
    CAREERCENTER_EMBEDDED: "1",
    MEILI_URL: meili.url,
  };
  const keep = (script: string, own: Record<string, string>) =>
    keepProcess({
      script,
      env: { ...shared, ...own },
      output,
      onSpawn: () => {},
      say,
    });
  const web = keep("app/server/main.ts", { MEILI_KEY: meili.searchKey });
  const worker = keep("app/worker/main.ts", { MEILI_KEY: meili.indexerKey });
  const without = { PORT: String(port + 2), APP_ORIGIN: `http://localhost:${port + 2}` };
  const fallback = keep("app/server/main.ts", { ...without, MEILI_URL: "", MEILI_KEY: "" });
  const search = createSearch({ url: meili.url, key: meili.indexerKey });
  const started = performance.now();
  await waitUntil(async () => (await fetch(`${origin}/readyz`).catch(() => null))?.ok, 60_000);
  while (!(await isIndexed(db, search))) await sleep(500);
  return {
    origin,
    db,
    search,
    meili: { url: meili.url, key: meili.searchKey },
    seeded: rows === null ? null : { rows, index: (performance.now() - started) / 1_000 },
    fallback: { origin: without.APP_ORIGIN, pid: () => fallback.pid() ?? 0 },
    pids: { web: () => web.pid() ?? 0, worker: () => worker.pid() ?? 0 },
    varDir: dir,
    async stop() {
      await Promise.all([web.stop(), worker.stop(), fallback.stop()]);
      await db.destroy();
      await engines.stop();
      releaseVarDir();
    },
  };
}

interface SeedOptions {
  jobs: number;
  say: (sentence: string) => void;
}

/** Seconds it took; null when the jobs were there already. */
async function seed(db: RootDb, { jobs, say }: SeedOptions): Promise<number | null> {
  if ((await openJobs(db)) >= jobs) return null;
  const started = performance.now();
  await seedVolume(db, {
    jobs,
    applicants: 0,
    now: new Date(),
    onProgress: (what, done, all) => void (done % 10_000 === 0 && say(`${done} of ${all} ${what}`)),
  });
  return (performance.now() - started) / 1_000;
}

async function isIndexed(db: RootDb, { client, jobsIndex }: SearchEngine): Promise<boolean> {
  if (await countMarks(db)) return false;
  const held = await client
    .index(jobsIndex)
    .getStats()
    .catch(() => null);
  return held !== null && held.numberOfDocuments >= (await openJobs(db));
}

export async function openJobs(db: RootDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from jobs where status = 'published' and expires_at > now()`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Jobs whose document is still to be written. */
export async function countMarks(db: RootDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from search_outbox where dead_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}
