import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { postJobs, type StatedJob, statedJobs } from "./jobs.ts";
import { type Measured, measure } from "./measure.ts";
import { JUDGED_QUERIES, type JudgedQuery } from "./queries.ts";

/** Publishes the set; answers it by id. The index is the caller's to fill. */
export async function postSet(db: Deps["db"]): Promise<Map<string, StatedJob>> {
  const jobs = statedJobs();
  const ids = await postJobs(db, jobs);
  return new Map(jobs.map((job, at) => [ids[at] ?? "", job]));
}

/** Asks queries the way the site does and measures what the first page lists. */
export async function runSet(
  deps: Deps,
  set: ReadonlyMap<string, StatedJob>,
  queries: readonly JudgedQuery[] = JUDGED_QUERIES,
): Promise<Measured[]> {
  const jobs = [...set.values()];
  const measured: Measured[] = [];
  for (const query of queries) {
    const { hits } = await findJobs(deps, parseJobSearch(new URLSearchParams({ q: query.q })));
    const listed = hits.flatMap(({ id }) => set.get(id) ?? []);
    measured.push(measure(query, jobs, listed));
  }
  return measured;
}
