import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { PAGE_SIZE } from "#app/domain/job-search.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { startSearchSync } from "#app/worker/search-sync.ts";
import { searchIndexPass } from "#app/worker/sync-search-index.ts";
import { rebuildIndex } from "#search/sync/rebuild-index.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexDifferences } from "#test/support/index-differences.ts";
import { engineOf, syncDeps } from "#test/support/search-index.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();
const STEADY = 30;
const REBUILDS = 2;

const ask = (query: string) => findJobs(world.deps, parseJobSearch(new URLSearchParams(query)));

/** Repeats until told to stop; gives back how often. */
function steadily(work: (n: number) => Promise<void>) {
  let isOver = false;
  const running = (async () => {
    let n = 0;
    while (!isOver) {
      await work(n);
      n += 1;
      await sleep(5);
    }
    return n;
  })();
  const stop = async () => {
    isOver = true;
    return await running;
  };
  onTestFinished(() => void stop());
  return stop;
}

describe("A rebuild under steady searches and publishes", () => {
  it("fails no search, answers none wrongly, and loses no publish", {
    timeout: 40_000,
  }, async () => {
    const { db } = world.deps;
    const { id: employerId } = await makeEmployer(db);
    const make = (title: string) => makeJob(db, { employerId, title });
    const pause = (id: string) =>
      sql`update jobs set status = 'paused', version = version + 1 where id = ${id}`.execute(db);
    await Promise.all(Array.from({ length: STEADY }, (_, n) => make(`Steadfast coder ${n}`)));
    await Promise.all(Array.from({ length: 300 }, (_, n) => make(`Filler coder ${n}`)));
    const sync = startSearchSync(world.deps, {
      databaseUrl: world.databaseUrl,
      drain: searchIndexPass(),
    });
    onTestFinished(() => sync.stop());
    const { client, jobsIndex } = engineOf(world.deps);
    const isEqual = async () =>
      (await indexDifferences(db, client.index(jobsIndex)).catch(() => ["none yet"])).length === 0;
    await waitUntil(isEqual, 20_000);

    const wrong: string[] = [];
    const stopSearching = steadily(async (n) => {
      const { total, hits, backend } = await ask(n % 2 ? "q=steadfast" : "q=steadfast&mode=remote");
      if (total !== STEADY || hits.length !== PAGE_SIZE || backend !== "meilisearch") {
        wrong.push(`${hits.length} of ${total} by ${backend}`);
      }
    });
    const stopPublishing = steadily(async (n) => {
      const { id } = await make(`Passing coder ${n}`);
      if (n % 3 === 0) await pause(id);
      await sleep(20);
    });
    for (let round = 0; round < REBUILDS; round += 1) {
      expect(await rebuildIndex(syncDeps(world.deps))).toBeGreaterThan(STEADY + 300 - 1);
    }
    const published = await stopPublishing();
    const searched = await stopSearching();
    expect(wrong).toEqual([]);
    await waitUntil(isEqual, 20_000);
    expect(published).toBeGreaterThan(REBUILDS);
    expect(searched).toBeGreaterThan(REBUILDS * 5);
  });
});
