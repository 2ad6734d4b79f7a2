import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { JobSearchResult } from "#app/domain/job-search.ts";
import { jobWalkParams, parseJobWalk } from "#app/domain/job-walk.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();
let employerId: string;

const publish = (count: number, firstPublishedAt = new Date()) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      makeJob(world.deps.db, {
        employerId,
        title: `${["Senior", "Junior", "Lead"][n % 3]} zinc coder ${n}`,
        firstPublishedAt: new Date(firstPublishedAt.getTime() - n * 1_000),
      }),
    ),
  );

const close = (ids: string[]) =>
  sql`update jobs set status = 'paused', version = version + 1 where id = any(${ids}::uuid[])`.execute(
    world.deps.db,
  );

beforeAll(async () => {
  employerId = (await makeEmployer(world.deps.db)).id;
  await publish(67, new Date(Date.now() - 3_600_000));
  await indexJobs(world.deps);
});

const read = (deps: Deps, address: string) => {
  const params = new URLSearchParams(address);
  return findJobs(deps, parseJobSearch(params), null, parseJobWalk(params));
};

const linkTo = (query: string, page: number, { walk }: JobSearchResult): string =>
  `${query}&page=${page}&${jobWalkParams(walk)}`;

const idsOf = ({ hits }: JobSearchResult) => hits.map(({ id }) => id);

const withoutEngine = (): Deps => ({ ...world.deps, search: null });
const BACKENDS = [
  ["Meilisearch", () => world.deps],
  ["Postgres", (): Deps => ({ ...withoutEngine(), columns: null })],
] as const;

describe.each(BACKENDS)("A page typed by hand, on %s", (_, deps) => {
  it.each(["q=zinc", "sort=newest"])(
    "begins a walk that repeats and skips nothing: %s",
    async (query) => {
      const before = idsOf(await read(deps(), query));
      const second = await read(deps(), `${query}&page=2`);
      expect(second).toMatchObject({ page: 2, offset: 20, newer: 0, isReordered: false });
      const whole = [...before, ...idsOf(second)];
      await close(before.slice(3, 6));
      await publish(5);
      await indexJobs(world.deps);
      const third = await read(deps(), linkTo(query, 3, second));
      expect(idsOf(third)).toHaveLength(20);
      expect(idsOf(third).filter((id) => whole.includes(id))).toEqual([]);
      const fourth = await read(deps(), linkTo(query, 4, third));
      const all = [...whole, ...idsOf(third), ...idsOf(fourth)];
      expect(new Set(all).size).toBe(all.length);
      expect(fourth.pageCount).toBe(4);
      // Back again from a last page that is not full.
      expect(idsOf(await read(deps(), linkTo(query, 3, fourth)))).toEqual(idsOf(third));
    },
  );

  it("past the last shows the last, from which a walk leads back", async () => {
    const query = "q=zinc";
    const last = await read(deps(), `${query}&page=900`);
    expect(last.page).toBe(last.pageCount);
    expect(last.hits.length).toBeGreaterThan(0);
    await publish(7);
    await indexJobs(world.deps);
    const before = await read(deps(), linkTo(query, last.page - 1, last));
    expect(idsOf(before)).toHaveLength(20);
    expect(idsOf(before).filter((id) => idsOf(last).includes(id))).toEqual([]);
    // A walk that leads past the end begins anew there, with what is newer.
    const anew = await read(deps(), linkTo(query, 900, before));
    expect(anew.walk.asOf).toBeGreaterThan(before.walk.asOf);
    const back = await read(deps(), linkTo(query, anew.page - 1, anew));
    expect(idsOf(back).filter((id) => idsOf(anew).includes(id))).toEqual([]);
  });
});

describe("A walk on which the engine goes away and comes back", () => {
  it("says that the order is another where words decide it", async () => {
    const first = await read(world.deps, "q=zinc");
    expect(first.backend).toBe("meilisearch");
    const second = await read(withoutEngine(), linkTo("q=zinc", 2, first));
    expect(second).toMatchObject({ backend: "postgres", isReordered: true, page: 2, offset: 20 });
    const third = await read(withoutEngine(), linkTo("q=zinc", 3, second));
    expect(third.isReordered).toBe(false);
    expect(idsOf(third).filter((id) => idsOf(second).includes(id))).toEqual([]);
    const backAgain = await read(world.deps, linkTo("q=zinc", 3, second));
    expect(backAgain).toMatchObject({ backend: "meilisearch", isReordered: true });
  });

  it.each(["sort=newest", "q=zinc&sort=newest", "mode=remote", "q=zinc&sort=pay"])(
    "stays right where they do not: %s",
    async (query) => {
      const whole: string[] = [];
      const ways = [
        world.deps,
        withoutEngine(),
        { ...withoutEngine(), columns: null },
        world.deps,
        world.deps,
      ];
      let result = await read(world.deps, query);
      const total = result.total;
      for (let page = 1; page <= result.pageCount; page += 1) {
        if (page > 1) {
          result = await read(ways[page % ways.length] ?? world.deps, linkTo(query, page, result));
        }
        expect(result.isReordered).toBe(false);
        whole.push(...idsOf(result));
      }
      expect(whole).toHaveLength(total);
      expect(new Set(whole).size).toBe(total);
    },
  );
});

describe("More jobs than the engine ranks", () => {
  it("are listed as far as they are ranked by words, and to the last without", async () => {
    const { db } = world.deps;
    const [pattern] = await publish(1);
    await sql`
      insert into jobs select (jsonb_populate_record(jobs, jsonb_build_object(
        'id', gen_random_uuid(), 'slug', 'copied-' || n))).* from jobs, generate_series(1, 1000) as n
      where id = ${pattern?.id}`.execute(db);
    await indexJobs(world.deps);
    for (const [, deps] of BACKENDS) {
      const ranked = await read(deps(), "q=zinc&page=70");
      expect(ranked.total).toBeGreaterThan(1_000);
      expect(ranked).toMatchObject({ page: 50, pageCount: 50, listed: 1_000 });
      expect(idsOf(ranked)).toHaveLength(20);
      const deep = await read(deps(), "mode=remote&page=52");
      expect(deep).toMatchObject({ page: 52, listed: deep.total });
      const next = await read(deps(), linkTo("mode=remote", 53, deep));
      expect(next.page).toBe(53);
      expect(idsOf(next).filter((id) => idsOf(deep).includes(id))).toEqual([]);
    }
  });
});
