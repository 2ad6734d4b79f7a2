import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { evidenceFilename } from "#app/features/credentials/evidence-filename.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEvidence } from "#db/queries/credentials.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const evidence = await findEvidence(context.deps.db, {
    id: uuidParam(params.credentialId),
    userId,
  });
  if (!evidence) throw notFound();
  const bytes = await context.deps.files.open(evidence.storageKey);
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: attachmentHeaders({ ...evidence, filename: evidenceFilename(evidence) }),
  });
});
