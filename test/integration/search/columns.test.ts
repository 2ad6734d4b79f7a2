import { sql } from "kysely";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createDb, type Db } from "#db/client.ts";
import { liveColumns } from "#search/columns/live-columns.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();
let employerId: string;

beforeEach(async () => {
  await sql`delete from employers`.execute(world.deps.db);
  employerId = (await makeEmployer(world.deps.db)).id;
});

const publish = (values = {}, db: Db = world.deps.db) => makeJob(db, { employerId, ...values });

const fail = (error: unknown) => {
  throw error;
};

/** Another process: a pool and columns of its own. */
async function anotherProcess(): Promise<Deps> {
  const db = createDb({ url: world.databaseUrl, max: 2 });
  onTestFinished(() => db.destroy());
  const columns = liveColumns(db, fail);
  await columns.load();
  return { ...world.deps, db, columns, search: null };
}

const find = (query = "", deps: Deps = world.deps) =>
  findJobs({ ...deps, search: null }, parseJobSearch(new URLSearchParams(query)));

/** What a search lists and counts; from memory, or the test is none. */
async function shown(query = "", deps: Deps = world.deps) {
  const { backend, total, hits, facets } = await find(query, deps);
  expect(backend).toBe("columns");
  expect(hits).toHaveLength(total);
  return { total, modes: facets.mode };
}

const change = (statement: ReturnType<typeof sql>, db: Db = world.deps.db) => statement.execute(db);

describe("The next search in memory", () => {
  it("knows a job that was published, edited, closed, reopened and deleted", async () => {
    const { id } = await publish();
    expect(await shown()).toEqual({ total: 1, modes: { remote: 1 } });
    await change(sql`update jobs set work_mode = 'onsite', hourly_max = 50 where id = ${id}`);
    expect(await shown()).toEqual({ total: 1, modes: { onsite: 1 } });
    expect((await shown("payMin=50")).total).toBe(1);
    await change(sql`update jobs set status = 'paused' where id = ${id}`);
    expect(await shown()).toEqual({ total: 0, modes: {} });
    await change(sql`update jobs set status = 'published' where id = ${id}`);
    expect(await shown()).toEqual({ total: 1, modes: { onsite: 1 } });
    await change(
      sql`update jobs set first_published_at = first_published_at - interval '9 days' where id = ${id}`,
    );
    expect((await shown("postedWithin=7")).total).toBe(0);
    await change(sql`delete from jobs where id = ${id}`);
    expect(await shown()).toEqual({ total: 0, modes: {} });
  });

  it("knows what a job requires as soon as that changes", async () => {
    const { id } = await publish({ requirements: [] });
    expect((await shown("family=cpt-echo")).total).toBe(0);
    await change(
      sql`insert into job_requirements (job_id, family_id, level, position) values (${id}, 'cpt-echo', 'must', 0)`,
    );
    expect((await shown("family=cpt-echo")).total).toBe(1);
    await change(sql`delete from job_requirements where job_id = ${id}`);
    expect((await shown("family=not-stated")).total).toBe(1);
  });

  it("knows an employer's suspension, its end, and another kind", async () => {
    await publish();
    const suspend = (at: string | null) =>
      change(sql`update employers set suspended_at = ${at} where id = ${employerId}`);
    await suspend("2026-01-01");
    expect((await shown()).total).toBe(0);
    await suspend(null);
    expect((await shown()).total).toBe(1);
    await change(sql`update employers set kind = 'staffing-agency' where id = ${employerId}`);
    const search = parseJobSearch(new URLSearchParams());
    const muted = { jobIds: [], employerIds: [], employerKinds: ["staffing-agency"] };
    expect((await findJobs({ ...world.deps, search: null }, search, muted)).total).toBe(0);
  });

  it("drops a job at its end by the clock alone", async () => {
    await publish({ expiresAt: new Date(Date.now() + 400) });
    expect((await shown()).total).toBe(1);
    await waitUntil(async () => (await shown()).total === 0, 3_000);
  });

  it("sees every change of a transaction at once, and none before its commit", async () => {
    const first = await publish();
    await world.deps.db.transaction().execute(async (transaction) => {
      await change(sql`update jobs set status = 'paused' where id = ${first.id}`, transaction);
      await publish({ workMode: "onsite" }, transaction);
      await publish({ workMode: "onsite" }, transaction);
      expect(await shown()).toEqual({ total: 1, modes: { remote: 1 } });
    });
    expect(await shown()).toEqual({ total: 2, modes: { onsite: 2 } });
  });

  it("misses none of many transactions that commit in another order than they began", async () => {
    const db = createDb({ url: world.databaseUrl, max: 9 });
    onTestFinished(() => db.destroy());
    let published = 0;
    const publishSlowly = async (round: number) => {
      await db.transaction().execute(async (transaction) => {
        await publish({ title: `Coder ${round}` }, transaction);
        await sql`select pg_sleep(${((round * 7) % 5) / 50})`.execute(transaction);
      });
      published += 1;
      const atLeast = published;
      expect((await find()).total).toBeGreaterThanOrEqual(atLeast);
    };
    const publisher = async (of: number) => {
      for (let round = 0; round < 8; round += 1) await publishSlowly(round * 8 + of);
    };
    await Promise.all(Array.from({ length: 8 }, (_, of) => publisher(of)));
    expect((await find()).total).toBe(64);
  });

  it("knows what another process's search knows", async () => {
    const [one, other] = [await anotherProcess(), await anotherProcess()];
    const { id } = await publish();
    expect((await shown("", one)).total).toBe(1);
    expect((await shown("", other)).total).toBe(1);
    await change(sql`update jobs set status = 'paused' where id = ${id}`, other.db);
    expect((await shown("", one)).total).toBe(0);
    expect((await shown("", other)).total).toBe(0);
  });

  it("is answered by Postgres until the columns are there, or again after very many changes", async () => {
    const job = await publish();
    const columns = liveColumns(world.deps.db, fail);
    const deps = { ...world.deps, columns };
    expect(await find("", deps)).toMatchObject({ total: 1, backend: "postgres" });
    await waitUntil(async () => (await find("", deps)).backend === "columns");
    await change(sql`
      insert into jobs select (jsonb_populate_record(jobs, jsonb_build_object('id', gen_random_uuid(), 'slug', 'more-' || n))).*
      from jobs, generate_series(1, 1500) as n where id = ${job.id}`);
    expect(await find("", deps)).toMatchObject({ total: 1_501, backend: "postgres" });
    await waitUntil(async () => (await find("", deps)).backend === "columns");
    expect((await find("", deps)).total).toBe(1_501);
    expect((await find("page=76", deps)).hits).toHaveLength(1);
    const sixtieth = await find("page=60", deps);
    await publish({ firstPublishedAt: new Date() });
    const search = parseJobSearch(new URLSearchParams("page=61"));
    const next = await findJobs({ ...deps, search: null }, search, null, sixtieth.walk);
    expect(next).toMatchObject({ newer: 1, offset: 1_200, page: 61, total: 1_501 });
    await change(sql`delete from jobs where id <> ${job.id}`);
    expect((await find("", deps)).total).toBe(1);
    await waitUntil(async () => (await find("", deps)).backend === "columns");
    expect((await find("", deps)).facets.mode).toEqual({ remote: 1 });
    // Most rows being of jobs that left, they are loaded anew.
    await columns.load();
    expect((await columns.look())?.columns).toMatchObject({ rows: 1, left: 0 });
  });
});
