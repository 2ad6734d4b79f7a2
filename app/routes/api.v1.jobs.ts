import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { jsonAnswer } from "#app/web/json-answer.server.ts";

/** The job search as JSON: the parameters of /jobs. A wrong value falls back, as it does there. */
export const loader = handled(async ({ request, context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const search = parseJobSearch(new URL(request.url).searchParams);
  const { tookMs, ...result } = await findJobs(deps, search);
  const hits = result.hits.map((hit) => ({ ...hit, url: `${deps.origin}/jobs/${hit.slug}` }));
  const answer = { ...result, hits };
  return jsonAnswer({
    request,
    body: { ...answer, tookMs },
    identity: answer,
    maxAgeSeconds: 2,
    headers: { "X-Search-Backend": result.backend },
  });
});
