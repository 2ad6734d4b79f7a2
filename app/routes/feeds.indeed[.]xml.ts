import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { indeedFeed } from "#app/features/feeds/indeed-feed.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { xmlAnswer } from "#app/web/xml-answer.ts";

export const loader = handled(async ({ context }: LoaderFunctionArgs) => {
  openToEveryone();
  const feed = await indeedFeed(context.deps);
  if (!feed) {
    throw data("The feed is being looked at. Keep what you have and ask again later.", {
      status: 503,
      headers: { "Retry-After": "3600" },
    });
  }
  return xmlAnswer(feed, "application/xml");
});
