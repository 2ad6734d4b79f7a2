import { beforeAll, describe, expect, it } from "vitest";
import type { JobSearch } from "#app/domain/job-search.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { findNear } from "#app/features/job-search/find-near.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";
import { makeVariedJobs } from "#test/support/varied-jobs.ts";
import { idsByOracle, PARAMETERS } from "./oracle.ts";

const world = setUpDeps();

beforeAll(async () => {
  await makeVariedJobs(world.deps.db, 70);
  await indexJobs(world.deps);
}, 60_000);

const parse = (query: string): JobSearch => parseJobSearch(new URLSearchParams(query));

/** Every hit of every page, and the total each page stated. */
async function everyHit(deps: Deps, search: JobSearch) {
  const first = await findJobs(deps, search);
  const hits = [...first.hits];
  for (let page = 2; page <= Math.ceil(first.total / first.pageSize); page += 1) {
    hits.push(...(await findJobs(deps, { ...search, page })).hits);
  }
  return { hits, total: first.total, backend: first.backend };
}

const backends = [
  { backend: "meilisearch", deps: (): Deps => ({ ...world.deps, columns: null }) },
  { backend: "columns", deps: (): Deps => ({ ...world.deps, search: null }) },
  { backend: "postgres", deps: (): Deps => ({ ...world.deps, search: null, columns: null }) },
] as const;

for (const { backend, deps } of backends) {
  describe(`On ${backend}`, () => {
    const check = async (query: string) => {
      const search = parse(query);
      const point = search.near ? await findNear(search.near) : null;
      const wanted = await idsByOracle(world.deps.db, search, point);
      const found = await everyHit(deps(), search);
      expect(found.backend).toBe(backend);
      expect(found.hits.map(({ id }) => id).toSorted(), query).toEqual(wanted);
      expect(found.total, query).toBe(wanted.length);
      return wanted.length;
    };

    it("lists every job when nothing is asked", async () => {
      expect(await check("")).toBe(70);
    });

    for (const parameter of PARAMETERS) {
      it(`lists what SQL lists for ${parameter}`, async () => {
        const some = await check(parameter);
        expect(some).toBeGreaterThan(0);
        expect(some).toBeLessThan(70);
      });
    }

    it("lists what SQL lists for each pair of parameters", async () => {
      for (const [at, one] of PARAMETERS.entries()) {
        for (const other of PARAMETERS.slice(at + 1)) {
          // The same name twice is one list of values, read by `check` as such; two places are one.
          if (one.startsWith("near=") && other.startsWith("near=")) continue;
          await check(`${one}&${other}`);
        }
      }
    }, 120_000);

    it("counts for every facet value what choosing it lists", async () => {
      const asked = [
        "",
        "credential=CPC",
        "family=cpt-medicine-cardiovascular&state=OR",
        "mode=remote&software=epic&experience=not-stated",
        "near=Tampa,+FL&radius=40&type=full-time",
      ];
      for (const query of asked) {
        const search = parse(query);
        const { facets } = await findJobs(deps(), search);
        for (const [facet, counts] of Object.entries(facets)) {
          for (const [value, count] of Object.entries(counts)) {
            const only = { ...search, [facet]: [value] };
            const { total } = await findJobs(deps(), only);
            expect(total, `${query} + ${facet}=${value}`).toBe(count);
          }
        }
      }
    }, 120_000);

    it("counts a facet as if it were not chosen, so that its other values stay on offer", async () => {
      const all = await findJobs(deps(), parse(""));
      const chosen = await findJobs(deps(), parse("credential=CPC"));
      expect(chosen.facets.credential).toEqual(all.facets.credential);
      expect(chosen.facets.mode).not.toEqual(all.facets.mode);
      expect(Object.keys(all.facets.experience)).toContain("not-stated");
    });

    it("sorts by day, pay and distance", async () => {
      const newest = (await everyHit(deps(), parse("sort=newest"))).hits.map((hit) =>
        Date.parse(hit.firstPublishedAt),
      );
      expect(newest).toEqual(newest.toSorted((a, b) => b - a));
      const near = (await everyHit(deps(), parse("near=Tampa&radius=500&sort=distance"))).hits;
      const miles = near.map(({ distance }) => distance ?? Number.NaN);
      expect(miles).toEqual(miles.toSorted((a, b) => a - b));
      expect(miles.at(-1)).toBeGreaterThan(10);
      const paid = (await everyHit(deps(), parse("sort=pay"))).hits.map(({ pay }) => pay.type);
      expect(paid.slice(0, 3)).toEqual(["daily-rate", "daily-rate", "daily-rate"]);
      expect(paid.at(-1)).toBe("per-chart");
    });

    it("shows the last page for one past it, and says which", async () => {
      const last = await findJobs(deps(), parse("page=4999"));
      expect(last.page).toBe(Math.ceil(last.total / last.pageSize));
      expect(last.hits.length).toBeGreaterThan(0);
    });

    it("takes nothing typed for a filter of its own", async () => {
      const hostile = [
        '" OR state = "FL',
        "state = OR",
        "') or 1=1 --",
        "\\",
        "a & b | !c <-> (d",
        "%_*:",
        "NOT EXISTS _geoRadius(1,2,3)",
        "\u0000\ud800",
      ];
      for (const typed of hostile) {
        const params = new URLSearchParams({ q: typed, near: typed, family: typed, state: typed });
        const result = await findJobs(deps(), parseJobSearch(params));
        // Words are nothing for memory.
        expect([backend, backend === "columns" && "postgres"]).toContain(result.backend);
      }
    });
  });
}

describe("Pages deeper than the engine goes", () => {
  it("are answered without it, and where there are fewer, the last by the engine again", async () => {
    for (const columns of [world.deps.columns, null]) {
      const result = await findJobs({ ...world.deps, columns }, parse("page=51"));
      expect(result.page).toBe(4);
      expect(result.backend).toBe("meilisearch");
    }
  });
});
