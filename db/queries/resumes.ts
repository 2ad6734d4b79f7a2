import type { Db } from "#db/client.ts";
import type { NewStoredFile } from "#db/schema/files.ts";

export interface ResumeOnFile {
  id: string;
  filename: string;
  contentType: string;
  byteSize: number;
  createdAt: Date;
  /** The one an application starts with. */
  isDefault: boolean;
}

const ownResumes = (db: Db, userId: string) =>
  db
    .selectFrom("resumes")
    .innerJoin("files", "files.id", "resumes.fileId")
    .select([
      "resumes.id",
      "resumes.filename",
      "resumes.createdAt",
      "resumes.isDefault",
      "files.contentType",
      "files.byteSize",
    ])
    .where("resumes.userId", "=", userId)
    .where("resumes.removedAt", "is", null);

/** An applicant's résumés: the default one first, the others newest first. */
export const listResumes = (db: Db, userId: string): Promise<ResumeOnFile[]> =>
  ownResumes(db, userId)
    .orderBy("resumes.isDefault", "desc")
    .orderBy("resumes.createdAt", "desc")
    .orderBy("resumes.id")
    .execute();

/** One résumé of this applicant with its file; null for anyone else's, a removed one or an unknown id. */
export async function findResume(
  db: Db,
  { userId, resumeId }: { userId: string; resumeId: string },
): Promise<(ResumeOnFile & { fileId: string; storageKey: string }) | null> {
  const row = await ownResumes(db, userId)
    .select(["files.id as fileId", "files.storageKey"])
    .where("resumes.id", "=", resumeId)
    .executeTakeFirst();
  return row ?? null;
}

/** Records stored bytes and the résumé they are, in the caller's transaction. Answers the résumé's id. */
export async function insertResume(
  db: Db,
  { userId, filename, file }: { userId: string; filename: string; file: NewStoredFile },
): Promise<string> {
  const { id: fileId } = await db
    .insertInto("files")
    .values(file)
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("resumes")
    .values({ userId, fileId, filename })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** How many résumés an applicant keeps; locks the profile row, so that two uploads cannot both be the last. */
export async function countResumesLocked(db: Db, userId: string): Promise<number> {
  await db
    .selectFrom("applicants")
    .select("userId")
    .where("userId", "=", userId)
    .forUpdate()
    .execute();
  const { count } = await db
    .selectFrom("resumes")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("userId", "=", userId)
    .where("removedAt", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Names a résumé anew; applications that carry it keep the name it had. False when it is not this applicant's. */
export async function renameResume(
  db: Db,
  { userId, resumeId, filename }: { userId: string; resumeId: string; filename: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("resumes")
    .set({ filename })
    .where("id", "=", resumeId)
    .where("userId", "=", userId)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Makes one résumé the default. The caller's transaction holds the profile row, so that two choices take turns. */
export async function setDefaultResume(
  db: Db,
  { userId, resumeId }: { userId: string; resumeId: string },
): Promise<void> {
  await db
    .updateTable("resumes")
    .set({ isDefault: false })
    .where("userId", "=", userId)
    .where("isDefault", "=", true)
    .execute();
  await db
    .updateTable("resumes")
    .set({ isDefault: true })
    .where("id", "=", resumeId)
    .where("userId", "=", userId)
    .execute();
}

/**
 * Takes a résumé out of the applicant's list. Its bytes go too unless an application carries them: the storage
 * key is answered when nothing refers to the file any more, for the caller to remove after the commit.
 */
export async function deleteResume(
  db: Db,
  { userId, resumeId }: { userId: string; resumeId: string },
): Promise<{ storageKey: string | null } | null> {
  const gone = await db
    .deleteFrom("resumes")
    .where("id", "=", resumeId)
    .where("userId", "=", userId)
    .returning("fileId")
    .executeTakeFirst();
  if (!gone) return null;
  // An application taking this file holds its row: wait for it, so that the next statement sees it.
  await db.selectFrom("files").select("id").where("id", "=", gone.fileId).forUpdate().execute();
  const file = await db
    .deleteFrom("files")
    .where("id", "=", gone.fileId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("applications")
            .select("applications.id")
            .whereRef("applications.resumeFileId", "=", "files.id"),
        ),
      ),
    )
    .returning("storageKey")
    .executeTakeFirst();
  return { storageKey: file?.storageKey ?? null };
}
