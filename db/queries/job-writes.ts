import { sql, type UpdateObject } from "kysely";
import { CLOSING_TIME_ZONE } from "#app/domain/closing-day.ts";
import type { CloseReason, JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Requirement } from "#app/domain/requirement.ts";
import type { Db } from "#db/client.ts";
import type { Database } from "#db/schema/index.ts";
import type { NewJobEvent } from "#db/schema/job-events.ts";
import type { NewJob } from "#db/schema/jobs.ts";

/** A job as one of its employer's members saw it: what a write expects to find. */
export interface SeenJob {
  id: string;
  employerId: string;
  status: JobStatus;
  version: number;
}

export async function insertJob(db: Db, job: NewJob): Promise<void> {
  await db.insertInto("jobs").values(job).execute();
}

/** Changes a job that is still as it was seen; null when it is not, else its new version. */
export async function updateSeenJob(
  db: Db,
  seen: SeenJob,
  changes: UpdateObject<Database, "jobs">,
): Promise<number | null> {
  const row = await db
    .updateTable("jobs")
    .set({ ...changes, version: sql`version + 1`, updatedAt: sql`now()` })
    .where("id", "=", seen.id)
    .where("employerId", "=", seen.employerId)
    .where("status", "=", seen.status)
    .where("version", "=", seen.version)
    .returning("version")
    .executeTakeFirst();
  return row?.version ?? null;
}

/** The last second of a calendar day in New York, worked out by the database, which also judges expiry. */
const endOfDay = (day: string) =>
  sql<Date>`((${day}::date + 1)::timestamp at time zone ${CLOSING_TIME_ZONE}) - interval '1 second'`;

/** Columns that say when a job ends. */
export const endingOn = (closesOn: string) => ({ closesOn, expiresAt: endOfDay(closesOn) });

/** Hour of the morning, New York's time, at which scheduled jobs go public. */
const SCHEDULE_HOUR = 6;

/** Columns that say when a scheduled job goes public: the morning of a calendar day in New York. */
export const scheduledFor = (publishOn: string) => ({
  publishAt: sql<Date>`(${publishOn}::date::timestamp + make_interval(hours => ${SCHEDULE_HOUR})) at time zone ${CLOSING_TIME_ZONE}`,
});

/** Columns of a job that becomes public now. The first time stays what it was the first time. */
export const publishedNow = () => ({
  publishedAt: sql<Date>`now()`,
  confirmedAt: sql<Date>`now()`,
  firstPublishedAt: sql<Date>`coalesce(first_published_at, now())`,
});

export const closedNow = (closeReason: CloseReason) => ({
  closeReason,
  closedAt: sql<Date>`now()`,
});

export const confirmedNow = () => ({ confirmedAt: sql<Date>`now()` });

/** Columns of a paused job that is public again; to bring it back is to say that it is open. */
export const resumedNow = () => ({ ...confirmedNow(), pauseReason: null });

/** Columns of a job that follows an ended run, or its own: its first day stays that of the line's first. */
export const repostedNow = (earlier: { id: string | null; firstPublishedAt: Date | null }) => ({
  ...publishedNow(),
  firstPublishedAt: sql<Date>`coalesce(first_published_at, ${earlier.firstPublishedAt}, now())`,
  repostedAt: sql<Date>`now()`,
  repostOfId: earlier.id,
});

/** Columns of a job that the board approves: whether it follows an ended run was settled when it was sent. */
export const approvedNow = () => ({
  ...publishedNow(),
  firstPublishedAt: sql<Date>`coalesce(jobs.first_published_at,
    (select earlier.first_published_at from jobs as earlier where earlier.id = jobs.repost_of_id), now())`,
  repostedAt: sql<Date>`case when jobs.repost_of_id is null then jobs.reposted_at else now() end`,
});

/** Lets those who saved a job that is public again be told once more when it ends. */
export async function forgetSaversTold(db: Db, jobId: string): Promise<void> {
  await db.updateTable("savedJobs").set({ toldEndedAt: null }).where("jobId", "=", jobId).execute();
}

/** Makes the job's requirements exactly these, in this order. */
export async function replaceRequirements(
  db: Db,
  jobId: string,
  requirements: readonly Requirement[],
): Promise<void> {
  await db.deleteFrom("jobRequirements").where("jobId", "=", jobId).execute();
  if (requirements.length === 0) return;
  await db
    .insertInto("jobRequirements")
    .values(requirements.map((requirement, position) => ({ jobId, ...requirement, position })))
    .execute();
}

export async function insertJobEvent(db: Db, event: NewJobEvent): Promise<void> {
  await db.insertInto("jobEvents").values(event).execute();
}

/** Deletes a draft that is still as it was seen and was never public; false when it is not. */
export async function deleteDraft(db: Db, seen: SeenJob): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("jobs")
    .where("id", "=", seen.id)
    .where("employerId", "=", seen.employerId)
    .where("status", "=", "draft")
    .where("version", "=", seen.version)
    .where("firstPublishedAt", "is", null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
