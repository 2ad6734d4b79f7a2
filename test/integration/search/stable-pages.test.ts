import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { JobSearchResult } from "#app/domain/job-search.ts";
import { jobWalkParams, parseJobWalk } from "#app/domain/job-walk.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { startSearchSync } from "#app/worker/search-sync.ts";
import { searchIndexPass } from "#app/worker/sync-search-index.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { heldVersions, indexDifferences } from "#test/support/index-differences.ts";
import { engineOf } from "#test/support/search-index.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();
const JOBS = 90;
const SEARCHES = [
  "sort=newest",
  "q=coder",
  "q=92920",
  "near=Tampa,+FL&radius=50&sort=distance",
] as const;

let employerId: string;

const publish = (n: number) =>
  makeJob(world.deps.db, {
    employerId,
    title: `${["Senior", "Junior", "Lead"][n % 3]} coder ${n}`,
    hourlyMax: 30 + (n % 7),
    latitude: 27.95 + (n % 11) / 100,
    longitude: -82.45,
    firstPublishedAt: new Date(),
  });

beforeAll(async () => {
  employerId = (await makeEmployer(world.deps.db)).id;
});

/** Publishes and closes, a few at a time, until the test ends; closes none of `keep`. */
function churn(ids: string[]) {
  const { db } = world.deps;
  const closed = new Set<string>();
  let isOver = false;
  const running = (async () => {
    for (let n = 0; !isOver; n += 1) {
      ids.push((await publish(n)).id);
      const victim = ids[(n * 37) % ids.length];
      // Not all of them: a third stays, to be found on some page.
      if (victim && !closed.has(victim) && n % 3 > 0) {
        closed.add(victim);
        await sql`update jobs set status = 'paused', version = version + 1 where id = ${victim}`.execute(
          db,
        );
      }
      await sleep(40);
    }
  })();
  const stop = async () => {
    isOver = true;
    await running;
    return closed;
  };
  onTestFinished(() => void stop());
  return { closed, stop };
}

const read = (deps: Deps, address: string) => {
  const params = new URLSearchParams(address);
  return findJobs(deps, parseJobSearch(params), null, parseJobWalk(params));
};

const nextOf = (query: string, { page, walk }: JobSearchResult): string =>
  `${query}&page=${page + 1}&${jobWalkParams(walk)}`;

/** Every hit of every page, going from each to the next as its link does. */
async function walkThrough(deps: Deps, query: string): Promise<string[]> {
  const shown: string[] = [];
  let address = query;
  for (let page = 1; page < 100; page += 1) {
    const result = await read(deps, address);
    shown.push(...result.hits.map(({ id }) => id));
    if (page >= result.pageCount) return shown;
    address = nextOf(query, result);
    // Time to read a page, in which jobs come and go.
    await sleep(60);
  }
  throw new Error("The pages have no end.");
}

const BACKENDS = [
  ["Meilisearch", () => world.deps],
  ["memory", (): Deps => ({ ...world.deps, search: null })],
  ["Postgres", (): Deps => ({ ...world.deps, search: null, columns: null })],
] as const;

describe("All pages of a search, walked while jobs are published and closed", () => {
  for (const [backend, deps] of BACKENDS) {
    it(`list every job that stays once on ${backend}`, { timeout: 120_000 }, async () => {
      const { db } = world.deps;
      await sql`update jobs set status = 'paused', version = version + 1 where status = 'published'`.execute(
        db,
      );
      const ids: string[] = [];
      for (let n = 0; n < JOBS; n += 1) ids.push((await publish(n)).id);
      const sync = startSearchSync(world.deps, {
        databaseUrl: world.databaseUrl,
        drain: searchIndexPass(),
      });
      onTestFinished(() => sync.stop());
      const { client, jobsIndex } = engineOf(world.deps);
      const index = client.index(jobsIndex);
      const isEqual = async () =>
        (await indexDifferences(db, index).catch(() => ["none yet"])).length === 0;
      await waitUntil(isEqual, 30_000);
      const { closed, stop } = churn(ids);
      for (const query of SEARCHES) {
        // What is published but not indexed yet is not there for who begins now.
        const there =
          backend !== "Meilisearch" ? [...ids] : [...(await heldVersions(index)).keys()];
        const shown = await walkThrough(deps(), query);
        const stayed = there.filter((id) => !closed.has(id));
        expect(shown.length, `${query}: twice`).toBe(new Set(shown).size);
        expect(
          stayed.filter((id) => !shown.includes(id)),
          `${query}: skipped`,
        ).toEqual([]);
      }
      await stop();
      await waitUntil(isEqual, 30_000);
      const first = await read(deps(), SEARCHES[0]);
      await Promise.all([publish(1), publish(2)]);
      await waitUntil(isEqual, 30_000);
      const second = await read(deps(), nextOf(SEARCHES[0], first));
      expect(second).toMatchObject({ newer: 2, total: first.total, offset: 20, page: 2 });
    });
  }
});
