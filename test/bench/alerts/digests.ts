import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { loadavg } from "node:os";
import path from "node:path";
import { type RawBuilder, sql } from "kysely";
import { matchNewJobs } from "#app/features/alerts/match-new-jobs.server.ts";
import { runAlerts } from "#app/features/alerts/run-alerts.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { createMetrics } from "#app/platform/metrics.server.ts";
import { createTaskQueue } from "#app/platform/tasks.server.ts";
import { startTaskRunner } from "#app/worker/run-tasks.ts";
import { createDb, type RootDb } from "#db/client.ts";
import { startLocalPostgres } from "#db/local-postgres.ts";
import { migrate } from "#db/migrate.ts";
import { fillBoard, saveAgain, saveSearches } from "./fill.ts";

// Many digests due at once, asked for and sent by the worker's own code; only the mail server is left out:
// `npm run bench:digests`, `-- 20 60` for twenty times 5,000 saved searches, of which it sends for sixty seconds.

const BOARD = 5_000;
const NEW_JOBS = 200;
const SEARCHES = 5_000;
const TIMES = Number(process.argv[2] ?? 2);
const MOST_SECONDS = Number(process.argv[3] ?? Number.POSITIVE_INFINITY);

const say = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

/** Seconds, processor seconds of this process, and the most memory it held. */
async function measured(name: string, count: () => Promise<number>): Promise<void> {
  peak = process.memoryUsage.rss();
  const before = peak;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const digests = await count();
  const seconds = (performance.now() - started) / 1_000;
  const used = process.cpuUsage(cpu);
  const own = (used.user + used.system) / 1_000_000;
  const rate = (digests / seconds).toFixed(0);
  say(
    `| ${name} | ${digests} | ${seconds.toFixed(1)} | ${own.toFixed(1)} | ${rate} | ${megabytes(before)} → ${megabytes(peak)} MB |`,
  );
}

/** Statements that may take longer than the site's own. */
const patiently = (db: RootDb, statements: readonly RawBuilder<unknown>[]): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    for (const statement of statements) await statement.execute(trx);
  });

const parent = path.resolve("var");
await mkdir(parent, { recursive: true, mode: 0o711 });
const dir = await mkdtemp(path.join(parent, "bench-digests-"));
const postgres = await startLocalPostgres({ dir });
try {
  await migrate(postgres.url);
  const db = createDb({ url: postgres.url, max: 6, applicationName: "careercenter-bench" });
  const tasks = createTaskQueue(db, () => {});
  await tasks.open();
  const samples = await fillBoard(db, BOARD);
  await saveSearches(db, samples, { from: 0, to: SEARCHES });
  if (TIMES > 1) await saveAgain(db, TIMES - 1);
  await patiently(db, [
    sql`update saved_searches set frequency = 'daily', created_at = now() - interval '9 days'`,
    sql`truncate saved_search_matches, saved_search_digests, unmatched_jobs`,
    sql`insert into unmatched_jobs (job_id) select id from jobs order by id limit ${NEW_JOBS}`,
  ]);
  await matchNewJobs({ db });
  await patiently(db, [
    sql`update saved_searches set waiting_since = waiting_since - interval '2 days'`,
    sql`analyze`,
  ]);

  const count = async (settled: boolean): Promise<number> => {
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from saved_search_digests where (settled_at is not null) = ${settled}`.execute(
      db,
    );
    return rows[0]?.total ?? 0;
  };
  say("| | digests | seconds | CPU s | a second | memory |");
  say("| --- | ---: | ---: | ---: | ---: | ---: |");
  await measured("asked for", async () => {
    await runAlerts({ db, tasks });
    return count(false);
  });
  const due = await count(false);
  let sent = 0;
  const mailer = {
    send: async () => {
      sent += 1;
    },
    close() {},
  };
  const log = createLogger({ name: "bench", level: "error" });
  const deps = {
    ...{ db, tasks, mailer, log, metrics: createMetrics(db), clock: () => new Date() },
    ...{ search: null, columns: null, files: null as never, varDir: dir, embedded: true },
    ...{ origin: "http://localhost:3000", jobReview: "off" as const },
    operator: { email: "board@example.org", postalAddress: "1 Board Street" },
  };
  await measured("sent", async () => {
    const runner = await startTaskRunner(deps, { databaseUrl: postgres.url, schedule: false });
    const end = performance.now() + MOST_SECONDS * 1_000;
    while (sent < due && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await runner.stop(5_000);
    return sent;
  });
  say("");
  say(
    `Load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(", ")}`,
  );
  await tasks.close();
  await db.destroy();
} finally {
  clearInterval(watch);
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}
