import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { exportProfile } from "#app/features/applicants/json-resume/export-profile.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled } from "#app/web/handled.server.ts";

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const bytes = Buffer.from(JSON.stringify(await exportProfile(context.deps, { userId }), null, 2));
  return new Response(bytes, {
    headers: attachmentHeaders({
      filename: "resume.json",
      contentType: "application/json; charset=utf-8",
      byteSize: bytes.byteLength,
    }),
  });
});
