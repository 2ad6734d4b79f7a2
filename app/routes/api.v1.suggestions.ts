import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { suggestions } from "#app/features/job-search/suggestions.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { jsonAnswer } from "#app/web/json-answer.server.ts";

/** What a half-typed search may be meant as: families, specialties, credentials, places, employers. */
export const loader = handled(async ({ request, context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const line = new URL(request.url).searchParams.get("q") ?? "";
  const body = { q: line.slice(0, 100).toWellFormed(), groups: await suggestions(deps, line) };
  return jsonAnswer({ request, body, maxAgeSeconds: 60 });
});
