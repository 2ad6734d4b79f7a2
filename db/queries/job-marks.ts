import { sql } from "kysely";
import type { JobMarks } from "#app/domain/job-mark.ts";
import { AGENCY_KIND } from "#app/domain/leave-out.ts";
import type { Db } from "#db/client.ts";
import { wasPublished } from "./job-scopes.ts";

/** A person and a job. */
interface Mark {
  userId: string;
  jobId: string;
}

/** Saves a job; saving it again keeps its note and date. A hidden job comes back into sight. */
export async function insertSavedJob(db: Db, { userId, jobId }: Mark): Promise<void> {
  await db
    .insertInto("savedJobs")
    .values({ userId, jobId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await deleteHiddenJob(db, { userId, jobId });
}

export async function deleteSavedJob(db: Db, { userId, jobId }: Mark): Promise<void> {
  await db
    .deleteFrom("savedJobs")
    .where("userId", "=", userId)
    .where("jobId", "=", jobId)
    .execute();
}

export async function insertHiddenJob(db: Db, { userId, jobId }: Mark): Promise<void> {
  await db
    .insertInto("hiddenJobs")
    .values({ userId, jobId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteHiddenJob(db: Db, { userId, jobId }: Mark): Promise<void> {
  await db
    .deleteFrom("hiddenJobs")
    .where("userId", "=", userId)
    .where("jobId", "=", jobId)
    .execute();
}

export async function insertMutedEmployer(
  db: Db,
  { userId, employerId }: { userId: string; employerId: string },
): Promise<void> {
  await db
    .insertInto("mutedEmployers")
    .values({ userId, employerId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteMutedEmployer(
  db: Db,
  { userId, employerId }: { userId: string; employerId: string },
): Promise<void> {
  await db
    .deleteFrom("mutedEmployers")
    .where("userId", "=", userId)
    .where("employerId", "=", employerId)
    .execute();
}

export async function insertMutedEmployerKind(
  db: Db,
  { userId, kind }: { userId: string; kind: string },
): Promise<void> {
  await db
    .insertInto("mutedEmployerKinds")
    .values({ userId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteMutedEmployerKind(
  db: Db,
  { userId, kind }: { userId: string; kind: string },
): Promise<void> {
  await db
    .deleteFrom("mutedEmployerKinds")
    .where("userId", "=", userId)
    .where("kind", "=", kind)
    .execute();
}

/** Notes that a person has opened a job; the last time counts. */
export async function noteSeenJob(db: Db, { userId, jobId }: Mark): Promise<void> {
  await db
    .insertInto("seenJobs")
    .values({ userId, jobId })
    .onConflict((conflict) =>
      conflict
        .columns(["userId", "jobId"])
        .doUpdateSet({ seenAt: sql<Date>`now()` })
        // Leafing back and forth writes once an hour.
        .where("seenJobs.seenAt", "<", sql<Date>`now() - interval '1 hour'`),
    )
    .execute();
}

/** The marks of these jobs by job id; jobs without any are included. */
export async function readJobMarks(
  db: Db,
  { userId, jobIds }: { userId: string; jobIds: readonly string[] },
): Promise<Record<string, JobMarks>> {
  if (jobIds.length === 0) return {};
  const { rows } = await sql<JobMarks & { id: string }>`
    select jobs.id,
      exists (select from saved_jobs where user_id = ${userId} and job_id = jobs.id) as saved,
      exists (select from seen_jobs where user_id = ${userId} and job_id = jobs.id) as seen,
      exists (select from hidden_jobs where user_id = ${userId} and job_id = jobs.id) as hidden,
      exists (select from muted_employers where user_id = ${userId} and employer_id = jobs.employer_id) as employer_muted,
      exists (select from muted_employer_kinds where user_id = ${userId} and kind = employers.kind) as kind_muted,
      exists (select from applications where applicant_id = ${userId} and job_id = jobs.id and stage <> 'withdrawn') as applied,
      employers.kind = ${AGENCY_KIND} as agency
    from jobs join employers on employers.id = jobs.employer_id
    where jobs.id = any(${[...jobIds]}::uuid[])`.execute(db);
  return Object.fromEntries(rows.map(({ id, ...marks }) => [id, marks]));
}

/** What marking needs to know of a job that has been public; null for any other slug. */
export async function findMarkableJob(
  db: Db,
  slug: string,
): Promise<{
  id: string;
  title: string;
  employerId: string;
  employerName: string;
  employerKind: string;
} | null> {
  const row = await db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "jobs.id",
      "jobs.title",
      "employers.id as employerId",
      "employers.name as employerName",
      "employers.kind as employerKind",
    ])
    .where("jobs.slug", "=", slug)
    .where(wasPublished)
    .executeTakeFirst();
  return row ?? null;
}
