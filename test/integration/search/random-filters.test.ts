import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { FACETS, type Facet, type JobSearch, NOT_STATED } from "#app/domain/job-search.ts";
import { jobSearchParams, parseJobSearch } from "#app/domain/parse-job-search.ts";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import {
  CREDENTIALS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { findNear } from "#app/features/job-search/find-near.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";
import { makeVariedJobs } from "#test/support/varied-jobs.ts";
import { countsByOracle, orderByOracle } from "./oracle.ts";

const world = setUpDeps();
const JOBS = 90;
const AT_MOST_MS = 12_000;

beforeAll(async () => {
  await makeVariedJobs(world.deps.db, JOBS);
  await indexJobs(world.deps);
}, 60_000);

// One more than the jobs vary over, so that nothing is found by some.
const few = (terms: readonly { slug: string }[]) => [
  ...terms.slice(0, 5).map(({ slug }) => slug),
  NOT_STATED,
];
const VALUES: Record<Facet, string[]> = {
  family: CODE_FAMILIES.map(({ id }) => id).filter((id) =>
    /^cpt|^hcc|^icd10cm-(?:isch|ch09)/.test(id),
  ),
  specialty: few(SPECIALTIES),
  credential: [...CREDENTIALS.slice(0, 5).map(({ code }) => code), NOT_STATED],
  setting: few(SETTINGS),
  mode: few(WORK_MODES),
  type: few(EMPLOYMENT_TYPES),
  state: ["OR", "IN", "FL", "TX", "ME", NOT_STATED],
  experience: few(EXPERIENCE_LEVELS),
  software: few(SOFTWARE),
};

const some = (facet: Facet) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(fc.constantFrom(...VALUES[facet]), { minLength: 1, maxLength: 3 }),
    },
  );
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { freq: 2, nil: null });

const searches: fc.Arbitrary<JobSearch> = fc
  .record({
    family: some("family"),
    specialty: some("specialty"),
    credential: some("credential"),
    setting: some("setting"),
    mode: some("mode"),
    type: some("type"),
    state: some("state"),
    experience: some("experience"),
    software: some("software"),
    payMin: maybe(fc.constantFrom(20, 28, 30, 35, 40, 45, 60)),
    postedWithin: maybe(fc.constantFrom(3, 10, 20, 39)),
    apprentice: fc.constantFrom(false, false, true),
    near: maybe(fc.constantFrom("Tampa, FL", "97201", "Indianapolis, IN", "Atlanta, GA")),
    radius: fc.constantFrom(5, 25, 100, 500),
    sort: fc.constantFrom("relevance", "newest", "pay", "distance"),
  })
  // As any search it comes from an address, which holds no order by distance without a place.
  .map((record) => {
    const asked = { ...parseJobSearch(new URLSearchParams()), ...record } as JobSearch;
    return parseJobSearch(jobSearchParams(asked));
  });

/** Values to count whether they are shown or not; of the many families, some. */
const looked = (facet: Facet) =>
  VALUES[facet].filter((_, at) => facet !== "family" || at % 9 === 0);

/** Every hit of every page in order, and what the first says of the whole. */
async function listed(deps: Deps, search: JobSearch) {
  const first = await findJobs(deps, search);
  const ids = first.hits.map(({ id }) => id);
  for (let page = 2; page <= first.pageCount; page += 1) {
    ids.push(...(await findJobs(deps, { ...search, page })).hits.map(({ id }) => id));
  }
  return { ids, total: first.total, backend: first.backend, facets: first.facets };
}

/** The engine lists and memory counts, but for places, of which the engine knows little. */
const byBoth = ({ near }: JobSearch) => (near ? "columns" : "meilisearch");

describe("Any combination of filters", () => {
  it("lists, counts and sorts as plain SQL does, whatever answers", {
    timeout: 90_000,
  }, async () => {
    const { db } = world.deps;
    const backends = [
      ["meilisearch and memory", world.deps],
      ["meilisearch", { ...world.deps, columns: null }],
      ["columns", { ...world.deps, search: null }],
      ["postgres", { ...world.deps, search: null, columns: null }],
    ] as const;
    let found = 0;
    await fc.assert(
      fc.asyncProperty(searches, async (search) => {
        // "Posted within" is by the clock in one backend and by the database's in the other.
        world.clock.set(new Date());
        const point = search.near ? await findNear(search.near) : null;
        const wanted = await orderByOracle(db, search, point);
        found += wanted.length;
        const answers = await Promise.all(backends.map(([, deps]) => listed(deps, search)));
        for (const [at, [backend]] of backends.entries()) {
          const answer = answers[at];
          const by = backend === "meilisearch and memory" ? byBoth(search) : backend;
          expect(answer?.backend).toBe(by);
          expect(answer?.total, `${backend}: the total`).toBe(wanted.length);
          expect(answer?.ids, `${backend}: the list, in order`).toEqual(wanted);
        }
        for (const facet of FACETS) {
          const shown = answers.map(({ facets }) => facets[facet]);
          const values = [
            ...new Set([...shown.flatMap(Object.keys), ...search[facet], ...looked(facet)]),
          ];
          const counts = await countsByOracle(db, { search, point, facet, values });
          for (const [at, [backend]] of backends.entries()) {
            const own = Object.fromEntries(values.map((value) => [value, shown[at]?.[value] ?? 0]));
            expect(own, `${backend}: the counts of ${facet}`).toEqual(counts);
          }
        }
      }),
      // fast-check names its seed and the smallest failing search.
      { numRuns: 200, interruptAfterTimeLimit: AT_MOST_MS, markInterruptAsFailure: false },
    );
    expect(found).toBeGreaterThan(0);
  });
});
