import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Lets an administrator log in again, if they had been ended. */
export async function restoreAdmin(db: Db, userId: string): Promise<void> {
  await db
    .updateTable("users")
    .set({ suspendedAt: null, suspendedReason: null })
    .where("id", "=", userId)
    .where("kind", "=", "admin")
    .execute();
}

/** Ends the administrator of an address; their id, or null when there is none at work. */
export async function endAdmin(db: Db, email: string): Promise<string | null> {
  const row = await db
    .updateTable("users")
    .set({ suspendedAt: sql<Date>`now()`, suspendedReason: "No longer an administrator." })
    .where("email", "=", email)
    .where("kind", "=", "admin")
    .where("suspendedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
