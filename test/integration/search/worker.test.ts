import { describe, expect, it, onTestFinished } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { startSearchSync } from "#app/worker/search-sync.ts";
import { searchIndexPass } from "#app/worker/sync-search-index.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { engineOf } from "#test/support/search-index.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();

const find = (query: string) => findJobs(world.deps, parseJobSearch(new URLSearchParams(query)));

function startWorker() {
  const sync = startSearchSync(world.deps, {
    databaseUrl: world.databaseUrl,
    drain: searchIndexPass(),
  });
  onTestFinished(() => sync.stop());
}

describe("From publishing to finding, with the worker running", () => {
  it("makes its own index and shows what was there before", async () => {
    await makeJob(world.deps.db, { title: "Aardvark coder" });
    startWorker();
    await waitUntil(async () => (await find("q=aardvark")).backend === "meilisearch");
    await waitUntil(async () => (await find("q=aardvark")).total === 1);
  });

  it("shows a job within two seconds, and its counts with it", async () => {
    startWorker();
    await waitUntil(async () => (await find("")).backend === "meilisearch");
    const lags: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = (await find("")).facets.specialty["wound-care"] ?? 0;
      await makeJob(world.deps.db, { specialty: "wound-care", title: `Wound coder ${round}` });
      const started = performance.now();
      await waitUntil(async () => (await find("specialty=wound-care")).total === before + 1);
      lags.push(performance.now() - started);
      await waitUntil(async () => (await find("")).facets.specialty["wound-care"] === before + 1);
    }
    expect(Math.min(...lags)).toBeLessThan(2_000);
  });

  it("comes back by itself when the index is lost under it", async () => {
    startWorker();
    await waitUntil(async () => (await find("")).backend === "meilisearch");
    const { client, jobsIndex } = engineOf(world.deps);
    const { total } = await find("");
    await client.deleteIndex(jobsIndex).waitTask();
    // Meanwhile memory answers the same, and Postgres where it is not loaded.
    expect(await find("")).toMatchObject({ total, backend: "columns" });
    const unloaded = { ...world.deps, columns: null };
    const search = parseJobSearch(new URLSearchParams());
    expect(await findJobs(unloaded, search)).toMatchObject({ total, backend: "postgres" });
  });
});
