import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guards.server.ts";
import { attachmentHeaders } from "#app/web/attachment-headers.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findExportFile } from "#db/queries/account-exports.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { userId } = await requireViewer({ request, context });
  const { db, files } = context.deps;
  const file = await findExportFile(db, { id: uuidParam(params.exportId), userId });
  if (!file) throw notFound();
  const bytes = await files.open(file.storageKey);
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: attachmentHeaders({ ...file, filename: "careercenter-data.zip" }),
  });
});
