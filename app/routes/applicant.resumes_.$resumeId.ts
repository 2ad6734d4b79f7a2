import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findResume } from "#db/queries/resumes.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const resumeId = uuidParam(params.resumeId);
  const resume = await findResume(context.deps.db, { userId, resumeId });
  if (!resume) throw notFound();
  const bytes = await context.deps.files.open(resume.storageKey);
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: attachmentHeaders(resume),
  });
});
