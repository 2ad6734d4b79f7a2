import type { Readable } from "node:stream";
import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findEvidence } from "#db/queries/credentials.ts";

/** Opens evidence for an administrator; the opening is in the audit log before the first byte leaves. */
export async function openEvidence(
  { db, files }: Pick<Deps, "db" | "files">,
  { adminId, credentialId }: { adminId: string; credentialId: string },
): Promise<{ stream: Readable; code: string; contentType: string; byteSize: number }> {
  const { storageKey, ...evidence } = await db.transaction().execute(async (trx) => {
    const found = await findEvidence(trx, { id: credentialId });
    if (!found) throw notFoundError();
    await recordAudit(trx, {
      actorId: adminId,
      action: "evidence-opened",
      subjectKind: "credential",
      subjectId: credentialId,
      details: { code: found.code },
    });
    return found;
  });
  return { stream: await files.open(storageKey), ...evidence };
}
