import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { jobWalkParams, parseJobWalk } from "#app/domain/job-walk.ts";
import { jobSearchParams, parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { jsonAnswer } from "#app/web/json-answer.server.ts";

/**
 * The job search as JSON: the parameters of /jobs. A wrong value falls back, as it does there. `next` leads to the
 * page after this one, however many jobs are published and closed meanwhile.
 */
export const loader = handled(async ({ request, context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const params = new URL(request.url).searchParams;
  const search = parseJobSearch(params);
  const { tookMs, walk, ...result } = await findJobs(deps, search, null, parseJobWalk(params));
  const hits = result.hits.map((hit) => ({ ...hit, url: `${deps.origin}/jobs/${hit.slug}` }));
  const next =
    result.page < result.pageCount
      ? `${deps.origin}/api/v1/jobs?${jobSearchParams({ ...search, page: result.page + 1 })}&${jobWalkParams(walk)}`
      : null;
  const answer = { ...result, hits, next };
  return jsonAnswer({
    request,
    body: { ...answer, tookMs },
    identity: answer,
    maxAgeSeconds: 2,
    headers: { "X-Search-Backend": result.backend },
  });
});
