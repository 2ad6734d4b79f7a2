import { beforeAll, describe, expect, it } from "vitest";
import type { StatedJob } from "#test/relevance/jobs.ts";
import { summarize } from "#test/relevance/measure.ts";
import { JUDGED_QUERIES } from "#test/relevance/queries.ts";
import { postSet, runSet } from "#test/relevance/run.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();

// Every fifth query: the whole set, with each query's figures, is `npm run bench:relevance`.
const SOME = JUDGED_QUERIES.filter((_, at) => at % 5 === 0);

describe("what a search answers to what coders type", () => {
  let set: Map<string, StatedJob>;
  beforeAll(async () => {
    set = await postSet(world.deps.db);
    await indexJobs(world.deps);
  });

  it("has an exact answer to every query of the set", () => {
    const jobs = [...set.values()];
    const without = JUDGED_QUERIES.filter(({ judge }) => !jobs.some((job) => judge(job) === 3));
    expect(without.map(({ q }) => q)).toEqual([]);
  });

  it("puts what was asked first, with the engine", async () => {
    const { ndcg, success } = summarize(await runSet(world.deps, set, SOME));
    expect(ndcg).toBeGreaterThan(0.92);
    expect(success).toBeGreaterThan(0.95);
  });

  it("puts what was asked first, without it", async () => {
    const { ndcg, success } = summarize(
      await runSet({ ...world.deps, search: null, columns: null }, set, SOME),
    );
    expect(ndcg).toBeGreaterThan(0.85);
    expect(success).toBeGreaterThan(0.9);
  });
});
