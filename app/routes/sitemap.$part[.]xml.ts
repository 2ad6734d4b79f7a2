import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { sitemapPart } from "#app/features/feeds/sitemap.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { xmlAnswer } from "#app/web/xml-answer.ts";

export const loader = handled(async ({ context, params }: LoaderFunctionArgs) => {
  openToEveryone();
  const part = sitemapPart(context.deps, params.part ?? "");
  if (!part) throw notFound();
  return xmlAnswer(part, "application/xml");
});
