import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Sets a member's own rating, 1–5; null takes it back. The database keeps the average. */
export async function setRating(
  db: Db,
  { score, ...own }: { applicationId: string; userId: string; score: number | null },
): Promise<void> {
  if (score === null) {
    await db
      .deleteFrom("applicationRatings")
      .where("applicationId", "=", own.applicationId)
      .where("userId", "=", own.userId)
      .execute();
    return;
  }
  await db
    .insertInto("applicationRatings")
    .values({ ...own, score })
    .onConflict((conflict) =>
      conflict
        .columns(["applicationId", "userId"])
        .doUpdateSet({ score, updatedAt: sql<Date>`now()` }),
    )
    .execute();
}

/** Everybody's rating of an application, by name. */
export async function listRatings(
  db: Db,
  applicationId: string,
): Promise<{ userId: string; name: string; score: number }[]> {
  return db
    .selectFrom("applicationRatings")
    .innerJoin("users", "users.id", "applicationRatings.userId")
    .select(["applicationRatings.userId", "users.name", "applicationRatings.score"])
    .where("applicationRatings.applicationId", "=", applicationId)
    .orderBy("users.name")
    .limit(200)
    .execute();
}
