import type { Db } from "#db/client.ts";

export interface SendableResume {
  id: string;
  filename: string;
  createdAt: Date;
}

/** An applicant's résumés, newest first: what an application can carry. */
export async function listSendableResumes(db: Db, userId: string): Promise<SendableResume[]> {
  return db
    .selectFrom("resumes")
    .select(["id", "filename", "createdAt"])
    .where("userId", "=", userId)
    .where("removedAt", "is", null)
    .orderBy("createdAt", "desc")
    .limit(20)
    .execute();
}

/** One of the applicant's own résumés that is still in the list, as an application attaches it. */
export async function findSendableResume(
  db: Db,
  { resumeId, userId }: { resumeId: string; userId: string },
): Promise<{ fileId: string; filename: string } | null> {
  const row = await db
    .selectFrom("resumes")
    .select(["fileId", "filename"])
    .where("id", "=", resumeId)
    .where("userId", "=", userId)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** The stored file behind an application; null when none was sent or the applicant withdrew. */
export async function findSentResume(
  db: Db,
  applicationId: string,
): Promise<{
  storageKey: string;
  contentType: string;
  byteSize: number;
  filename: string;
} | null> {
  const row = await db
    .selectFrom("applications")
    .innerJoin("files", "files.id", "applications.resumeFileId")
    .select([
      "files.storageKey",
      "files.contentType",
      "files.byteSize",
      "applications.resumeFilename",
    ])
    .where("applications.id", "=", applicationId)
    .executeTakeFirst();
  if (!row) return null;
  const { resumeFilename, ...file } = row;
  return { ...file, filename: resumeFilename ?? "resume" };
}
