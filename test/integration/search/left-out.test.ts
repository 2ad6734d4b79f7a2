import { beforeAll, describe, expect, it } from "vitest";
import type { JobSearch } from "#app/domain/job-search.ts";
import { AGENCY_KIND, type LeaveOut } from "#app/domain/leave-out.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { countLeftOut, findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { searchPage } from "#app/features/job-search/search-page.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();
const everything = parseJobSearch(new URLSearchParams());
const remote = parseJobSearch(new URLSearchParams("mode=remote"));
let leaveOut: LeaveOut;

beforeAll(async () => {
  const { db } = world.deps;
  const muted = await makeEmployer(db);
  const agency = await makeEmployer(db, { kind: AGENCY_KIND });
  const other = await makeEmployer(db);
  const jobs = [];
  for (let count = 0; count < 30; count += 1) {
    jobs.push(
      await makeJob(db, { employerId: other.id, workMode: count < 5 ? "onsite" : "remote" }),
    );
  }
  for (let count = 0; count < 3; count += 1) await makeJob(db, { employerId: muted.id });
  for (let count = 0; count < 2; count += 1) await makeJob(db, { employerId: agency.id });
  await indexJobs(world.deps);
  leaveOut = {
    jobIds: jobs.slice(0, 8).map(({ id }) => id),
    employerIds: [muted.id],
    employerKinds: [AGENCY_KIND],
  };
}, 60_000);

async function everyHit(deps: Deps, search: JobSearch) {
  const first = await findJobs(deps, search, leaveOut);
  const second = await findJobs(deps, { ...search, page: 2 }, leaveOut);
  return { first, ids: [...first.hits, ...second.hits].map(({ id }) => id) };
}

const backends = [
  { backend: "meilisearch", deps: () => world.deps },
  { backend: "columns", deps: (): Deps => ({ ...world.deps, search: null }) },
  { backend: "postgres", deps: (): Deps => ({ ...world.deps, search: null, columns: null }) },
] as const;

describe.each(backends)("What a person leaves out, on $backend", ({ backend, deps }) => {
  it("is in no page, no total and no count", async () => {
    const { first, ids } = await everyHit(deps(), everything);
    expect(first.backend).toBe(backend);
    expect(first.total).toBe(22);
    expect(new Set(ids).size).toBe(22);
    for (const id of leaveOut.jobIds) expect(ids).not.toContain(id);
    expect(first.facets.mode).toEqual({ remote: 22 });
    expect(first.facets.specialty).toEqual({ "interventional-cardiology": 22 });
  });

  it("does not touch the counts of anyone else", async () => {
    const own = await findJobs(deps(), everything, leaveOut);
    const anyone = await findJobs(deps(), everything);
    const again = await findJobs(deps(), everything, leaveOut);
    expect(anyone.total).toBe(35);
    expect(anyone.facets.mode).toEqual({ remote: 30, onsite: 5 });
    expect([own.total, again.total]).toEqual([22, 22]);
    expect(again.facets).toEqual(own.facets);
  });

  it("is counted within the search, however it came to be left out", async () => {
    expect(await countLeftOut(deps(), everything, leaveOut)).toBe(13);
    expect(await countLeftOut(deps(), remote, leaveOut)).toBe(8);
    const nothing = { jobIds: [], employerIds: [], employerKinds: [] };
    expect(await countLeftOut(deps(), everything, nothing)).toBe(0);
  });

  it("is said on the page, which shows it when asked and keeps asking", async () => {
    const page = await searchPage(deps(), { search: everything, expanded: null, leaveOut });
    expect(page.leftOut).toEqual({ count: 13, href: "/jobs?hidden=show" });
    expect(page.result.pageCount).toBe(2);
    const shown = await searchPage(deps(), {
      search: parseJobSearch(new URLSearchParams("hidden=show")),
      expanded: null,
      leaveOut,
    });
    expect(shown.result.total).toBe(35);
    expect(shown.firstPageHref).toBe("/jobs?hidden=show");
    expect(shown.leftOut).toEqual({ count: 13, href: "/jobs?" });
    const anyone = await searchPage(deps(), { search: everything, expanded: null });
    expect(anyone.leftOut).toBeNull();
  });
});
