import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { matchNewJobs } from "#app/features/alerts/match-new-jobs.server.ts";
import { createDb, type RootDb } from "#db/client.ts";
import { startLocalPostgres } from "#db/local-postgres.ts";
import { migrate } from "#db/migrate.ts";
import { fillBoard, saveAgain, saveSearches } from "./fill.ts";

// New jobs against saved searches, by the worker's own code on an embedded Postgres: `npm run bench:alerts`.

const BOARD = 5_000;
const NEW_JOBS = 1_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const progress = (line: string) => void process.stderr.write(`${line}\n`);

interface Row {
  searches: number;
  seconds: number;
  /** Processor time of both sides, which other programs on the machine hardly disturb. */
  cpu: number;
  matches: number;
}

async function countOf(db: RootDb, table: "savedSearches" | "savedSearchMatches"): Promise<number> {
  const { total } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

const TICKS_A_SECOND = 100;

/** Seconds of processor time this process and the one connection's server process have used; 0 of it off Linux. */
async function cpuSeconds(db: RootDb): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const stat = await readFile(`/proc/${rows[0]?.pid}/stat`, "utf8").catch(() => "");
  const [user = 0, system = 0] =
    stat.split(") ").at(-1)?.split(" ").slice(11, 13).map(Number) ?? [];
  const own = process.cpuUsage();
  return (user + system) / TICKS_A_SECOND + (own.user + own.system) / 1_000_000;
}

/** Looks the newest jobs up as if each had just been made public. */
async function measure(db: RootDb): Promise<Row> {
  await sql`truncate saved_search_matches, saved_search_digests, unmatched_jobs`.execute(db);
  await sql`insert into unmatched_jobs (job_id) select id from jobs order by id limit ${NEW_JOBS}`.execute(
    db,
  );
  for (const table of ["saved_searches", "saved_search_terms"]) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
  const before = await cpuSeconds(db);
  const started = performance.now();
  await matchNewJobs({ db });
  const seconds = (performance.now() - started) / 1_000;
  const cpu = (await cpuSeconds(db)) - before;
  const searches = await countOf(db, "savedSearches");
  const matches = await countOf(db, "savedSearchMatches");
  progress(`${searches} searches: ${seconds.toFixed(1)} s, ${matches} matches`);
  return { searches, seconds, cpu, matches };
}

const parent = path.resolve("var");
await mkdir(parent, { recursive: true, mode: 0o711 });
const dir = await mkdtemp(path.join(parent, "bench-alerts-"));
const postgres = await startLocalPostgres({ dir });
try {
  await migrate(postgres.url);
  const db = createDb({ url: postgres.url, max: 1, applicationName: "careercenter-bench" });
  progress(`${BOARD} open jobs`);
  const samples = await fillBoard(db, BOARD);
  const rows: Row[] = [];
  await saveSearches(db, samples, { from: 0, to: 1_000 });
  rows.push(await measure(db));
  await saveSearches(db, samples, { from: 1_000, to: 5_000 });
  for (const times of [1, 9]) {
    await saveAgain(db, times);
    rows.push(await measure(db));
  }
  await db.destroy();
  const load = loadavg().map((one) => one.toFixed(1));
  say(`${NEW_JOBS} new jobs, load ${load.join(", ")}`);
  say("");
  say("| saved searches | seconds | CPU s | matches | µs a match | CPU µs a match |");
  say("| ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { searches, seconds, cpu, matches } of rows) {
    const each = (spent: number) => ((1_000_000 * spent) / Math.max(1, matches)).toFixed(0);
    say(
      `| ${searches} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${matches} | ${each(seconds)} | ${each(cpu)} |`,
    );
  }
} finally {
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}
