import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "#app/auth/guards.server.ts";
import { importTemplate } from "#app/features/jobs/import/template.ts";
import { handled } from "#app/web/handled.server.ts";

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireMember({ request, context }, ["owner", "recruiter"]);
  return new Response(importTemplate(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="careercenter-jobs.csv"',
      "Cache-Control": "no-store",
    },
  });
});
