import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export async function insertConfirmLink(
  db: Db,
  { days, ...link }: { tokenHash: string; jobId: string; userId: string; days: number },
): Promise<void> {
  await db
    .insertInto("jobConfirmLinks")
    .values({ ...link, expiresAt: sql<Date>`now() + make_interval(days => ${days})` })
    .execute();
}

/** Deletes up to `limit` links that have run out; answers how many. */
export async function deleteSpentConfirmLinks(db: Db, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from job_confirm_links where token_hash in
      (select token_hash from job_confirm_links where expires_at <= now() limit ${limit})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}

/**
 * What a mailed link is about: its job and the member it was mailed to. null when it has run out or never was, and when
 * that person no longer answers for the employer.
 */
export async function findConfirmLink(db: Db, tokenHash: string) {
  const row = await db
    .selectFrom("jobConfirmLinks")
    .innerJoin("jobs", "jobs.id", "jobConfirmLinks.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .innerJoin("users", "users.id", "jobConfirmLinks.userId")
    .innerJoin("employerMembers", (join) =>
      join
        .onRef("employerMembers.userId", "=", "jobConfirmLinks.userId")
        .onRef("employerMembers.employerId", "=", "jobs.employerId"),
    )
    .select([
      "jobConfirmLinks.userId",
      "jobConfirmLinks.createdAt",
      "jobs.id as jobId",
      "jobs.employerId",
      "jobs.title",
      "jobs.slug",
      "jobs.status",
      "jobs.pauseReason",
      "jobs.closeReason",
      "jobs.confirmedAt",
      "jobs.version",
      "jobs.expiresAt",
      "employers.name as employerName",
      sql<boolean>`jobs.expires_at <= now()`.as("ended"),
      sql<boolean>`coalesce(jobs.confirmed_at >= job_confirm_links.created_at, false)`.as(
        "confirmedSince",
      ),
    ])
    .where("jobConfirmLinks.tokenHash", "=", tokenHash)
    .where("jobConfirmLinks.expiresAt", ">", sql<Date>`now()`)
    .where("employerMembers.role", "in", ["owner", "recruiter"])
    .where("users.suspendedAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
}
