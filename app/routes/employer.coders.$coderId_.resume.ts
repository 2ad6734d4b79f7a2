import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "#app/auth/guards.server.ts";
import { openCoderResume } from "#app/features/coders/open-coder-resume.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const publicId = uuidParam(params.coderId);
  const resume = await openCoderResume(context.deps, { viewer, publicId });
  return new Response(createReadableStreamFromReadable(resume.stream), {
    headers: attachmentHeaders(resume),
  });
});
