import { sql } from "kysely";
import { URGENT_REPORTS } from "#app/domain/job-report.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";

interface Page {
  limit: number;
  offset: number;
}

export interface QueueRow {
  id: string;
  title: string;
  status: string;
  employerId: string;
  employerName: string;
  employerVerified: boolean;
  /** People whose reports nobody has settled. */
  reports: number;
  /** Since when it waits. */
  since: Date;
}

/**
 * Jobs that wait for the board: those several people reported first, then by how long they wait. Reads the open
 * reports and the jobs in review, both of which have an index of nothing else.
 */
export async function listReviewQueue(db: Db, { limit, offset }: Page): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    with waiting as (
      select job_id, count(*)::int as reports, min(created_at) as since
      from job_reports where settled_at is null group by job_id
      union all
      select id, 0, updated_at from jobs where status = 'in-review'
    ), queue as (
      select job_id, max(reports) as reports, min(since) as since from waiting group by job_id
    )
    select jobs.id, jobs.title, jobs.status, jobs.employer_id, employers.name as employer_name,
      employers.verified_at is not null as employer_verified, queue.reports, queue.since
    from queue join jobs on jobs.id = queue.job_id join employers on employers.id = jobs.employer_id
    order by queue.reports >= ${URGENT_REPORTS} desc, queue.since, jobs.id
    limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** How many jobs stand in review, how many are reported, and how many of those by several people. */
export async function countReviewQueue(
  db: Db,
): Promise<{ inReview: number; reported: number; urgent: number; total: number }> {
  const { rows } = await sql<{
    inReview: number;
    reported: number;
    urgent: number;
    total: number;
  }>`
    with reported as (
      select job_id, count(*) as reports from job_reports where settled_at is null group by job_id
    ), reviewed as (
      select id from jobs where status = 'in-review'
    )
    select (select count(*) from reviewed)::int as in_review,
      (select count(*) from reported)::int as reported,
      (select count(*) from reported where reports >= ${URGENT_REPORTS})::int as urgent,
      (select count(*) from (select id from reviewed union select job_id from reported) as one)::int as total`.execute(
    db,
  );
  return rows[0] ?? { inReview: 0, reported: 0, urgent: 0, total: 0 };
}

/** A job as the board reads it, whatever its status, with its reports; null for an unknown id. */
export async function findJobForBoard(db: Db, jobId: string) {
  const row = await db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .leftJoin("users", "users.id", "jobs.createdBy")
    .select([
      "jobs.id",
      "jobs.slug",
      "jobs.title",
      "jobs.status",
      "jobs.version",
      "jobs.employerId",
      "jobs.createdBy",
      "jobs.specialty",
      "jobs.workMode",
      "jobs.city",
      "jobs.state",
      "jobs.payType",
      "jobs.payMin",
      "jobs.payMax",
      "jobs.description",
      "jobs.closeReason",
      "jobs.hiddenAt",
      "jobs.firstPublishedAt",
      "jobs.expiresAt",
      "jobs.createdAt",
      "employers.name as employerName",
      "employers.slug as employerSlug",
      "employers.verifiedAt as employerVerifiedAt",
      "employers.suspendedAt as employerSuspendedAt",
      "users.name as authorName",
      "users.email as authorEmail",
      sql<boolean>`coalesce(jobs.expires_at <= now(), false)`.as("ended"),
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("jobRequirements")
          .select(["jobRequirements.familyId", "jobRequirements.level"])
          .whereRef("jobRequirements.jobId", "=", "jobs.id")
          .orderBy("jobRequirements.position"),
      ).as("requirements"),
    )
    .where("jobs.id", "=", jobId)
    .executeTakeFirst();
  return row ?? null;
}

/** A job's reports, open ones first, the newest first. */
export const listJobReports = (db: Db, { jobId, limit }: { jobId: string; limit: number }) =>
  db
    .selectFrom("jobReports")
    .leftJoin("users", "users.id", "jobReports.reporterId")
    .select([
      "jobReports.id",
      "jobReports.reason",
      "jobReports.words",
      "jobReports.createdAt",
      "jobReports.settledAt",
      "jobReports.outcome",
      "users.name as reporterName",
      "users.id as reporterId",
    ])
    .where("jobReports.jobId", "=", jobId)
    .orderBy(sql`job_reports.settled_at is null`, "desc")
    .orderBy("jobReports.createdAt", "desc")
    .limit(limit)
    .execute();

/** What deciding over a job needs, its row held until the transaction ends; null for an unknown id. */
export async function holdJobForBoard(db: Db, jobId: string) {
  const row = await db
    .selectFrom("jobs")
    .select(["id", "employerId", "createdBy", "status", "version", "title", "slug"])
    .select(sql<boolean>`coalesce(expires_at <= now(), false)`.as("ended"))
    .select(
      // Of a job sent back to review by a change; it was public, and nothing of its dates starts anew.
      sql<boolean>`coalesce((
        select kind = 'review-edit' from job_events where job_id = jobs.id
        order by created_at desc, id desc limit 1), false)`.as("edited"),
    )
    .where("id", "=", jobId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Settles a job's open reports; answers how many there were. */
export async function settleReports(
  db: Db,
  { jobId, by, outcome }: { jobId: string; by: string; outcome: "removed" | "dismissed" },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("jobReports")
    .set({ settledAt: sql<Date>`now()`, settledBy: by, outcome })
    .where("jobId", "=", jobId)
    .where("settledAt", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
