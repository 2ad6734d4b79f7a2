import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";
import { IS_PUBLISHED, isPublished } from "./job-scopes.ts";

export type DraftStep = "edit" | "review";

/** What somebody typed for an application not sent yet; null without a draft. */
export async function findApplicationDraft(
  db: Db,
  { userId, jobId }: { userId: string; jobId: string },
): Promise<{ step: DraftStep; form: Record<string, string[]>; updatedAt: Date } | null> {
  const row = await db
    .selectFrom("applicationDrafts")
    .select(["step", "form", "updatedAt"])
    .where("userId", "=", userId)
    .where("jobId", "=", jobId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps what was typed for an open job the person has not applied to; false when there is none of that slug. */
export async function upsertApplicationDraft(
  db: Db,
  {
    userId,
    slug,
    step,
    form,
  }: { userId: string; slug: string; step: DraftStep; form: Record<string, string[]> },
): Promise<boolean> {
  const row = await db
    .insertInto("applicationDrafts")
    .columns(["userId", "jobId", "step", "form"])
    .expression((eb) =>
      eb
        .selectFrom("jobs")
        .select([
          sql<string>`${userId}::uuid`.as("userId"),
          "jobs.id",
          sql<DraftStep>`${step}`.as("step"),
          sql<string>`${toJson(form)}::jsonb`.as("form"),
        ])
        .where("jobs.slug", "=", slug)
        .where(isPublished)
        .where(
          sql<boolean>`not exists (select from applications where job_id = jobs.id and applicant_id = ${userId})`,
        ),
    )
    .onConflict((conflict) =>
      conflict.columns(["userId", "jobId"]).doUpdateSet((eb) => ({
        step: eb.ref("excluded.step"),
        form: eb.ref("excluded.form"),
        updatedAt: sql<Date>`now()`,
      })),
    )
    .returning("jobId")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteApplicationDraft(
  db: Db,
  { userId, jobId }: { userId: string; jobId: string },
): Promise<void> {
  await db
    .deleteFrom("applicationDrafts")
    .where("userId", "=", userId)
    .where("jobId", "=", jobId)
    .execute();
}

/** A person's unsent applications to open jobs, the one that closes first first. */
export async function listApplicationDrafts(
  db: Db,
  { userId, limit }: { userId: string; limit: number },
): Promise<
  {
    jobId: string;
    slug: string;
    title: string;
    employerName: string;
    expiresAt: Date;
    updatedAt: Date;
  }[]
> {
  return await db
    .selectFrom("applicationDrafts")
    .innerJoin("jobs", "jobs.id", "applicationDrafts.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "jobs.id as jobId",
      "jobs.slug",
      "jobs.title",
      "employers.name as employerName",
      "jobs.expiresAt",
      "applicationDrafts.updatedAt",
    ])
    .where("applicationDrafts.userId", "=", userId)
    .where(isPublished)
    .orderBy("jobs.expiresAt")
    .orderBy("jobs.id")
    .limit(limit)
    .$narrowType<{ expiresAt: Date }>()
    .execute();
}

export interface DueReminder {
  userId: string;
  jobId: string;
  name: string;
  address: string;
  slug: string;
  title: string;
  employerName: string;
  expiresAt: Date;
}

/**
 * Up to `limit` drafts left alone for so many days, each marked as reminded in the same statement: one mail a draft.
 * People who stopped these mails are passed over; so are jobs that take no applications any more.
 */
export async function takeDueReminders(
  db: Db,
  { afterDays, limit }: { afterDays: number; limit: number },
): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    with due as (
      select user_id, job_id from application_drafts
      join jobs on jobs.id = job_id
      join users on users.id = user_id
      where reminded_at is null and application_drafts.updated_at < now() - make_interval(days => ${afterDays})
        and ${IS_PUBLISHED}
        and users.email_verified_at is not null and users.suspended_at is null
        and not exists (select from account_deletions where account_deletions.user_id = users.id)
        and not exists (select from stopped_mails where stopped_mails.user_id = users.id and mail = 'draft-reminder')
      order by application_drafts.updated_at limit ${limit}
      for update of application_drafts skip locked
    ), taken as (
      update application_drafts set reminded_at = now() from due
      where application_drafts.user_id = due.user_id and application_drafts.job_id = due.job_id
      returning application_drafts.user_id, application_drafts.job_id
    )
    select taken.user_id, taken.job_id, users.name, users.email as address, jobs.slug, jobs.title,
      employers.name as employer_name, jobs.expires_at
    from taken join users on users.id = taken.user_id
    join jobs on jobs.id = taken.job_id join employers on employers.id = jobs.employer_id`.execute(
    db,
  );
  return rows;
}

/** Drops up to `limit` drafts for jobs that ended, and counts them. */
export async function deleteDraftsOfEndedJobs(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from application_drafts where (user_id, job_id) in (
      select user_id, job_id from application_drafts join jobs on jobs.id = job_id
      where jobs.status in ('closed', 'expired', 'rejected', 'draft') limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** The cover note this person sent last, with what it was written for; null without one. */
export async function findLastCoverNote(
  db: Db,
  userId: string,
): Promise<{ coverNote: string; jobTitle: string; employerName: string } | null> {
  const row = await db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select(["applications.coverNote", "jobs.title as jobTitle", "employers.name as employerName"])
    .where("applications.applicantId", "=", userId)
    .where("applications.coverNote", "<>", "")
    .orderBy("applications.submittedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
