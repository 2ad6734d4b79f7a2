import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { readSavedFeed } from "#app/features/alerts/saved-feed.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";

export const loader = handled(async ({ params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const token = /^([\w-]{20,100})\.atom$/.exec(params.feed ?? "")?.[1];
  const feed = token ? await readSavedFeed(context.deps, token) : null;
  if (feed === null) throw notFound();
  return new Response(feed, {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
});
