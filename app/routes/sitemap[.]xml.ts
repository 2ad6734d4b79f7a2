import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { sitemapIndex } from "#app/features/feeds/sitemap.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { xmlAnswer } from "#app/web/xml-answer.ts";

export const loader = handled(async ({ context }: LoaderFunctionArgs) => {
  openToEveryone();
  return xmlAnswer(await sitemapIndex(context.deps), "application/xml");
});
