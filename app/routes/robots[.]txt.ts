import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { handled } from "#app/web/handled.server.ts";

const PRIVATE = ["/account", "/admin", "/applicant", "/employer/", "/login", "/signup", "/dev/"];

export const loader = handled(async ({ context }: LoaderFunctionArgs) => {
  openToEveryone();
  const lines = [
    "User-agent: *",
    ...PRIVATE.map((path) => `Disallow: ${path}`),
    "Disallow: /jobs/*/apply",
    "",
    `Sitemap: ${context.deps.origin}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
});
