import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";

export interface KeptJsonResume {
  document: Record<string, unknown>;
  accountName: string;
  accountEmail: string;
  importedAt: Date;
}

/** The JSON Resume an applicant imported last; null when there is none. */
export async function findKeptJsonResume(db: Db, userId: string): Promise<KeptJsonResume | null> {
  const row = await db
    .selectFrom("keptJsonResumes")
    .select(["document", "accountName", "accountEmail", "importedAt"])
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps an imported document in the place of the one before. */
export async function keepJsonResume(
  db: Db,
  {
    userId,
    document,
    name,
    email,
  }: { userId: string; document: Record<string, unknown>; name: string; email: string },
): Promise<void> {
  const row = {
    document: toJson(document),
    accountName: name,
    accountEmail: email,
    importedAt: sql<Date>`now()`,
  };
  await db
    .insertInto("keptJsonResumes")
    .values({ userId, ...row })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet(row))
    .execute();
}
