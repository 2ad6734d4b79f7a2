import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Up to `limit` scheduled jobs whose moment has come by the database's clock, the longest due first. */
export async function listDueScheduledJobs(
  db: Db,
  limit: number,
): Promise<{ id: string; employerId: string }[]> {
  return await db
    .selectFrom("jobs")
    .select(["id", "employerId"])
    .where("status", "=", "scheduled")
    .where("publishAt", "<=", sql<Date>`now()`)
    .orderBy("publishAt")
    .limit(limit)
    .execute();
}

/** Holds a scheduled job whose moment has come; false when somebody else has it, took it back or published it. */
export async function holdDueJob(db: Db, jobId: string): Promise<boolean> {
  const row = await db
    .selectFrom("jobs")
    .select("id")
    .where("id", "=", jobId)
    .where("status", "=", "scheduled")
    .where("publishAt", "<=", sql<Date>`now()`)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}
