import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { percentile } from "./load.ts";
import { type BenchSite, countMarks } from "./site.ts";

const PUBLISHED = 50;
const DRAINED = 10_000;

export interface Publishing {
  /** Milliseconds from the commit to the first answer of /api/v1/jobs that lists the job. */
  p50: number;
  p99: number;
  /** Documents a second. */
  drainRate: number;
}

/** Publishes jobs one after the other and searches for each; then marks many and waits for the worker. */
export async function measurePublishing(site: BenchSite): Promise<Publishing> {
  const times: number[] = [];
  const employer = await makeEmployer(site.db, { name: "Bench Publishing Office" });
  for (let count = 0; count < PUBLISHED; count += 1) {
    const title = `Bench ${letters()} Coder`;
    await makeJob(site.db, { employerId: employer.id, title, requirements: [] });
    const committed = performance.now();
    await waitUntilFound(site.origin, title);
    times.push(performance.now() - committed);
  }
  await sql`delete from employers where id = ${employer.id}`.execute(site.db);
  times.sort((one, other) => one - other);
  return {
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    drainRate: await measureDrain(site),
  };
}

/** A word no other job has, and none like it. */
const letters = () =>
  Array.from({ length: 14 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join(
    "",
  );

async function waitUntilFound(origin: string, title: string): Promise<void> {
  const url = `${origin}/api/v1/jobs?${new URLSearchParams({ q: title })}`;
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(5)) {
    const { hits } = await (await fetch(url)).json();
    if (hits.some((hit: { title: string }) => hit.title === title)) return;
  }
  throw new Error(`${title} was not found in 30 s.`);
}

async function measureDrain({ db }: BenchSite): Promise<number> {
  await untilDrained(db);
  const started = performance.now();
  await sql`
    select mark_jobs_dirty(array(select id from jobs where status = 'published' limit ${DRAINED})),
      pg_notify('search_outbox', '')`.execute(db);
  await untilDrained(db);
  return DRAINED / ((performance.now() - started) / 1_000);
}

async function untilDrained(db: BenchSite["db"]): Promise<void> {
  while ((await countMarks(db)) > 0) await sleep(100);
}
