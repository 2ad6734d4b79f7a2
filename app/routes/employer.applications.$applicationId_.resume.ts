import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "#app/auth/guards.server.ts";
import { openResume } from "#app/features/applications/open-resume.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const applicationId = uuidParam(params.applicationId);
  const resume = await openResume(context.deps, { viewer, applicationId });
  return new Response(createReadableStreamFromReadable(resume.stream), {
    headers: attachmentHeaders(resume),
  });
});
