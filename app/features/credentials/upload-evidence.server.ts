import { requireCredentialStatus } from "#app/domain/credential-lifecycle.ts";
import { isDomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { holdCredential, updateCredential } from "#db/queries/credentials.ts";
import { deleteFileRow, insertFile } from "#db/queries/files.ts";
import { checkEvidence } from "./evidence-file.server.ts";

export type UploadedEvidence = { ok: true } | { ok: false; sentence: string };

/**
 * Keeps a file privately as the evidence of one's own credential, in place of an earlier one, and puts the credential
 * into the board's queue. Throws `DomainError`: "not-found" for anyone else's, "illegal-move" once it is decided.
 */
export async function uploadEvidence(
  deps: Pick<Deps, "db" | "files" | "clock">,
  { userId, credentialId, bytes }: { userId: string; credentialId: string; bytes: Uint8Array },
): Promise<UploadedEvidence> {
  const checked = await checkEvidence(bytes);
  if (!checked.ok) return checked;
  const stored = await deps.files.put(checked.bytes);
  try {
    const replaced = await deps.db.transaction().execute(async (trx) => {
      const credential = await holdCredential(trx, { id: credentialId, userId });
      if (!credential) throw notFoundError();
      const status = requireCredentialStatus(credential.status, "upload-evidence");
      const evidenceFileId = await insertFile(trx, { ...stored, contentType: checked.contentType });
      await updateCredential(trx, credential.id, {
        status,
        evidenceFileId,
        evidenceUploadedAt: deps.clock(),
        refusedAt: null,
        refusal: null,
      });
      return credential.evidenceFileId && (await deleteFileRow(trx, credential.evidenceFileId));
    });
    if (replaced) await deps.files.remove(replaced);
    return { ok: true };
  } catch (error) {
    // The row was not written: the bytes go now instead of with the next sweep.
    await deps.files.remove(stored.storageKey);
    if (isDomainError(error) && error.code === "illegal-move") {
      return { ok: false, sentence: error.message };
    }
    throw error;
  }
}

/** Takes one's evidence back before it was decided about. The same errors. */
export async function removeEvidence(
  deps: Pick<Deps, "db" | "files">,
  { userId, credentialId }: { userId: string; credentialId: string },
): Promise<void> {
  const removed = await deps.db.transaction().execute(async (trx) => {
    const credential = await holdCredential(trx, { id: credentialId, userId });
    if (!credential) throw notFoundError();
    // Twice clicked: it is gone already.
    if (credential.status === "self-reported") return null;
    const status = requireCredentialStatus(credential.status, "remove-evidence");
    await updateCredential(trx, credential.id, {
      status,
      evidenceFileId: null,
      evidenceUploadedAt: null,
    });
    return credential.evidenceFileId && (await deleteFileRow(trx, credential.evidenceFileId));
  });
  if (removed) await deps.files.remove(removed);
}
