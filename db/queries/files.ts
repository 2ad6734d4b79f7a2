import type { Db } from "#db/client.ts";
import type { NewStoredFile } from "#db/schema/files.ts";

/** Records bytes that have already reached the file store; answers the row's id. */
export async function insertFile(
  db: Db,
  file: Pick<NewStoredFile, "storageKey" | "contentType" | "byteSize" | "sha256">,
): Promise<string> {
  const { id } = await db
    .insertInto("files")
    .values(file)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Drops the row of a file nothing names any more; answers where its bytes are, for the caller to remove after commit. */
export async function deleteFileRow(db: Db, id: string): Promise<string | null> {
  const row = await db
    .deleteFrom("files")
    .where("id", "=", id)
    .returning("storageKey")
    .executeTakeFirst();
  return row?.storageKey ?? null;
}
