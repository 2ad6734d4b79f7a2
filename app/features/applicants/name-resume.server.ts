import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findResume, renameResume } from "#db/queries/resumes.ts";
import { RESUME_CONTENT_TYPES, resumeFilename } from "./resume-file.ts";

/**
 * Gives an applicant's own résumé another name; its ending stays what its content is. Throws
 * `DomainError("not-found")` for anyone else's.
 */
export async function nameResume(
  { db }: Pick<Deps, "db">,
  { userId, resumeId, name }: { userId: string; resumeId: string; name: string },
): Promise<void> {
  const resume = await findResume(db, { userId, resumeId });
  const kind = resume?.contentType === RESUME_CONTENT_TYPES.docx ? "docx" : "pdf";
  const filename = resumeFilename(name, kind);
  if (!resume || !(await renameResume(db, { userId, resumeId, filename }))) {
    throw new DomainError("not-found", "This resume is no longer in your list.");
  }
}
