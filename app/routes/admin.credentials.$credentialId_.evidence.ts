import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { evidenceFilename } from "#app/features/credentials/evidence-filename.ts";
import { openEvidence } from "#app/features/credentials/open-evidence.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const credentialId = uuidParam(params.credentialId);
  const { stream, ...evidence } = await openEvidence(context.deps, { adminId, credentialId });
  return new Response(createReadableStreamFromReadable(stream), {
    headers: attachmentHeaders({ ...evidence, filename: evidenceFilename(evidence) }),
  });
});
