import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { isUnnamed } from "./owned-files.ts";

/**
 * Deletes up to `limit` file rows older than a day that nothing refers to, and answers their storage keys.
 * A reference made meanwhile makes the foreign key refuse, and the next pass finds the file in use.
 */
export async function deleteOrphanFileRows(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ storageKey: string }>`
    delete from files where id in (
      select id from files
      where created_at < now() - interval '1 day'
        and ${await isUnnamed(db)}
      limit ${limit})
    returning storage_key`.execute(db);
  return rows.map(({ storageKey }) => storageKey);
}

/** Which of these keys have a row. */
export async function findKnownStorageKeys(
  db: Db,
  storageKeys: readonly string[],
): Promise<Set<string>> {
  if (storageKeys.length === 0) return new Set();
  const rows = await db
    .selectFrom("files")
    .select("storageKey")
    .where("storageKey", "in", storageKeys)
    .execute();
  return new Set(rows.map(({ storageKey }) => storageKey));
}
