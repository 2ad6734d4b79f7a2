import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface Deletion {
  requestedAt: Date;
  deleteAfter: Date;
}

/** The asked-for deletion of an account; null when none is. */
export async function findDeletion(db: Db, userId: string): Promise<Deletion | null> {
  const row = await db
    .selectFrom("accountDeletions")
    .select(["requestedAt", "deleteAfter"])
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Starts the days of grace and hides the profile; asking again changes nothing. Answers when the account goes. */
export async function insertDeletion(
  db: Db,
  { userId, days }: { userId: string; days: number },
): Promise<Date> {
  const inserted = await sql<{ deleteAfter: Date }>`
    insert into account_deletions (user_id, delete_after, visibility_before)
    values (${userId}, now() + make_interval(days => ${days}), (select visibility from applicants where user_id = ${userId}))
    on conflict (user_id) do update set user_id = excluded.user_id
    returning delete_after`.execute(db);
  await db
    .updateTable("applicants")
    .set({ visibility: "hidden" })
    .where("userId", "=", userId)
    .execute();
  const [row] = inserted.rows;
  if (!row) throw new Error("an insert of a deletion answers its row");
  return row.deleteAfter;
}

/** Ends the days of grace and gives the profile its visibility back; false when there were none. */
export async function cancelDeletion(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .deleteFrom("accountDeletions")
    .where("userId", "=", userId)
    .returning("visibilityBefore")
    .executeTakeFirst();
  if (!row) return false;
  if (row.visibilityBefore) {
    await db
      .updateTable("applicants")
      .set({ visibility: row.visibilityBefore })
      .where("userId", "=", userId)
      .execute();
  }
  return true;
}

/** People whose days of grace are over, the longest first. */
export async function listDueDeletions(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("accountDeletions")
    .select("userId")
    .where("deleteAfter", "<=", sql<Date>`now()`)
    .orderBy("deleteAfter")
    .limit(limit)
    .execute();
  return rows.map(({ userId }) => userId);
}

/** The person to be deleted, held; null when they changed their mind or another worker was first. */
export async function holdDueDeletion(
  db: Db,
  userId: string,
): Promise<{ userId: string; email: string } | null> {
  const row = await db
    .selectFrom("accountDeletions")
    .innerJoin("users", "users.id", "accountDeletions.userId")
    .select(["users.id as userId", "users.email"])
    .where("users.id", "=", userId)
    .where("accountDeletions.deleteAfter", "<=", sql<Date>`now()`)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}
