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
