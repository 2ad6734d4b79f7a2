import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { atomFeed } from "#app/features/job-search/atom-feed.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { xmlAnswer } from "#app/web/xml-answer.ts";

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const search = parseJobSearch(new URL(request.url).searchParams);
  return xmlAnswer(await atomFeed(context.deps, search), "application/atom+xml");
});
