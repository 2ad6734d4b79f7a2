import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteResume } from "#db/queries/resumes.ts";

/**
 * Removes an applicant's own résumé; applications that carry it keep their copy. Throws
 * `DomainError("not-found")` for anyone else's.
 */
export async function removeResume(
  deps: Pick<Deps, "db" | "files">,
  ids: { userId: string; resumeId: string },
): Promise<void> {
  const removed = await deps.db.transaction().execute((trx) => deleteResume(trx, ids));
  if (!removed) throw new DomainError("not-found", "This resume is no longer in your list.");
  if (removed.storageKey) await deps.files.remove(removed.storageKey);
}
