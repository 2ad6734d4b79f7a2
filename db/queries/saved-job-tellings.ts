import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface Saver {
  userId: string;
  name: string;
  address: string;
}

/**
 * Up to `limit` people who saved a job, did not apply for it and were not told yet that it has ended, nor stopped such mails; held until the
 * transaction ends. Mark them with `markSaversTold` in the same transaction.
 */
export async function holdUntoldSavers(
  db: Db,
  { jobId, limit }: { jobId: string; limit: number },
): Promise<Saver[]> {
  return await db
    .selectFrom("savedJobs")
    .innerJoin("users", "users.id", "savedJobs.userId")
    .select(["savedJobs.userId", "users.name", "users.email as address"])
    .where("savedJobs.jobId", "=", jobId)
    .where("savedJobs.toldEndedAt", "is", null)
    .where("users.emailVerifiedAt", "is not", null)
    .where("users.suspendedAt", "is", null)
    .where(
      sql<boolean>`not exists (select from applications where job_id = saved_jobs.job_id and applicant_id = saved_jobs.user_id)`,
    )
    .where(
      sql<boolean>`not exists (select from stopped_mails where user_id = users.id and mail = 'saved-job-ended')`,
    )
    .where(sql<boolean>`not exists (select from account_deletions where user_id = users.id)`)
    .orderBy("savedJobs.userId")
    .limit(limit)
    .forUpdate("savedJobs")
    .execute();
}

export async function markSaversTold(
  db: Db,
  { jobId, userIds }: { jobId: string; userIds: readonly string[] },
): Promise<void> {
  if (userIds.length === 0) return;
  await db
    .updateTable("savedJobs")
    .set({ toldEndedAt: sql<Date>`now()` })
    .where("jobId", "=", jobId)
    .where("userId", "in", [...userIds])
    .execute();
}
