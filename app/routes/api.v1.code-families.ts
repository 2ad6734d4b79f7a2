import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { searchFamilies } from "#app/domain/taxonomy/family-search.ts";
import { handled } from "#app/web/handled.server.ts";
import { jsonAnswer } from "#app/web/json-answer.server.ts";

const FOUND_AT_MOST = 20;

/** Code families for words, a code or a range: what the family picker offers. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  openToEveryone();
  const query = new URL(request.url).searchParams.get("q") ?? "";
  const families = searchFamilies(query, FOUND_AT_MOST);
  return jsonAnswer({ request, body: families, maxAgeSeconds: 3_600 });
});
