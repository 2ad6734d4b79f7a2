import type { Db } from "#db/client.ts";

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
