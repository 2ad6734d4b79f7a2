import type { Deps } from "#app/platform/deps.server.ts";
import { insertProfileIfMissing } from "#db/queries/profile-writes.ts";
import { countResumesLocked, insertResume } from "#db/queries/resumes.ts";
import { checkResume, RESUME_CONTENT_TYPES, resumeFilename } from "./resume-file.ts";
import { enqueueReading } from "./resume-reading/request-reading.server.ts";

export const MAX_RESUMES = 10;

export type UploadedResume = { ok: true; resumeId: string } | { ok: false; sentence: string };

/**
 * Checks a file by its content and keeps it privately. Bytes first, rows after: a crash in between leaves bytes
 * the orphan sweep finds, never a résumé that cannot be opened.
 */
export async function uploadResume(
  deps: Pick<Deps, "db" | "files" | "tasks">,
  { userId, filename, bytes }: { userId: string; filename: string; bytes: Uint8Array },
): Promise<UploadedResume> {
  const checked = checkResume(bytes);
  if (!checked.ok) return checked;
  const stored = await deps.files.put(bytes);
  const resumeId = await deps.db.transaction().execute(async (trx) => {
    await insertProfileIfMissing(trx, userId);
    if ((await countResumesLocked(trx, userId)) >= MAX_RESUMES) return null;
    const id = await insertResume(trx, {
      userId,
      filename: resumeFilename(filename, checked.kind),
      file: { ...stored, contentType: RESUME_CONTENT_TYPES[checked.kind] },
    });
    await enqueueReading(trx, deps, id);
    return id;
  });
  if (resumeId !== null) return { ok: true, resumeId };
  await deps.files.remove(stored.storageKey);
  return { ok: false, sentence: `You keep ${MAX_RESUMES} resumes already. Remove one first.` };
}
