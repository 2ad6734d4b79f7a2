import { sql } from "kysely";
import type { JobStatus, PauseReason } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";
import { ofGoodStanding } from "./member-standing.ts";

export interface AskedJob {
  jobId: string;
  title: string;
  employerId: string;
  employerName: string;
  /** When somebody last said that it is open. */
  confirmedAt: Date;
  askedAt: Date;
}

// A question is open as long as nobody has confirmed the job since.
const CONFIRMED = sql`coalesce(jobs.confirmed_at, jobs.published_at)`;
const FACTS = sql`
  jobs.id as job_id, jobs.title, jobs.employer_id, employers.name as employer_name,
  ${CONFIRMED} as confirmed_at`;

/**
 * Notes up to `limit` published jobs as asked about whose last confirmation is `days` old; answers them. A job asked
 * about by another worker at the same moment is not answered twice.
 */
export async function askAboutJobs(
  db: Db,
  { days, limit }: { days: number; limit: number },
): Promise<AskedJob[]> {
  const { rows } = await sql<AskedJob>`
    with due as (
      select jobs.id from jobs left join still_hiring_asks as asks on asks.job_id = jobs.id
      where jobs.status = 'published' and jobs.expires_at > now() and jobs.hidden_at is null
        and jobs.confirmed_at <= now() - make_interval(days => ${days})
        and (asks.asked_at is null or asks.asked_at <= jobs.confirmed_at)
      order by jobs.confirmed_at limit ${limit} for update of jobs skip locked
    ), asked as (
      insert into still_hiring_asks (job_id) select id from due
      on conflict (job_id) do update set asked_at = now(), reminded_at = null
        where still_hiring_asks.asked_at <= (select confirmed_at from jobs where id = excluded.job_id)
      returning job_id, asked_at
    )
    select ${FACTS}, asked.asked_at
    from asked join jobs on jobs.id = asked.job_id join employers on employers.id = jobs.employer_id`.execute(
    db,
  );
  return rows;
}

/** Notes up to `limit` jobs as reminded of whose question is `days` old and still open; answers them. */
export async function remindOfJobs(
  db: Db,
  { days, limit }: { days: number; limit: number },
): Promise<AskedJob[]> {
  const { rows } = await sql<AskedJob>`
    with due as (
      select asks.job_id from still_hiring_asks as asks join jobs on jobs.id = asks.job_id
      where jobs.status = 'published' and jobs.expires_at > now() and jobs.hidden_at is null and asks.reminded_at is null
        and asks.asked_at <= now() - make_interval(days => ${days}) and asks.asked_at > ${CONFIRMED}
      order by asks.asked_at limit ${limit} for update of asks skip locked
    ), reminded as (
      update still_hiring_asks set reminded_at = now() from due where still_hiring_asks.job_id = due.job_id
      returning still_hiring_asks.job_id, still_hiring_asks.asked_at
    )
    select ${FACTS}, reminded.asked_at
    from reminded join jobs on jobs.id = reminded.job_id join employers on employers.id = jobs.employer_id`.execute(
    db,
  );
  return rows;
}

/**
 * Pauses up to `limit` jobs whose question is `days` old and still open, each with its event; answers them. One
 * statement, so a job and its event change together.
 */
export async function pauseUnconfirmedJobs(
  db: Db,
  { days, limit, to }: { days: number; limit: number; to: JobStatus },
): Promise<AskedJob[]> {
  const reason: PauseReason = "unconfirmed";
  const { rows } = await sql<AskedJob>`
    with due as (
      select jobs.id, asks.asked_at from jobs join still_hiring_asks as asks on asks.job_id = jobs.id
      where jobs.status = 'published' and jobs.expires_at > now() and jobs.hidden_at is null
        and asks.asked_at <= now() - make_interval(days => ${days}) and asks.asked_at > ${CONFIRMED}
      order by asks.asked_at limit ${limit} for update of jobs skip locked
    ), paused as (
      update jobs set status = ${to}, pause_reason = ${reason}, version = version + 1, updated_at = now()
      from due where jobs.id = due.id
      returning jobs.id, due.asked_at
    ), noted as (
      insert into job_events (job_id, kind, from_status, to_status, note)
      select id, 'pause-unconfirmed', 'published', ${to}, ${reason} from paused
    )
    select ${FACTS}, paused.asked_at
    from paused join jobs on jobs.id = paused.id join employers on employers.id = jobs.employer_id`.execute(
    db,
  );
  return rows;
}

/** The members who can say whether a job is open, with a verified address: owners and recruiters. */
export async function listConfirmingMembers(db: Db, employerId: string) {
  return await db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select(["users.id as userId", "users.name", "users.email as address"])
    .where("employerMembers.employerId", "=", employerId)
    .where("employerMembers.role", "in", ["owner", "recruiter"])
    .where("users.emailVerifiedAt", "is not", null)
    .where("users.suspendedAt", "is", null)
    .where(ofGoodStanding())
    .orderBy("users.email")
    .limit(50)
    .execute();
}

/** The open question about a job, if there is one. */
export async function findOpenAsk(db: Db, jobId: string): Promise<Date | null> {
  const row = await db
    .selectFrom("stillHiringAsks")
    .innerJoin("jobs", "jobs.id", "stillHiringAsks.jobId")
    .select("stillHiringAsks.askedAt")
    .where("stillHiringAsks.jobId", "=", jobId)
    .where("jobs.status", "=", "published")
    .where(sql<boolean>`still_hiring_asks.asked_at > ${CONFIRMED}`)
    .executeTakeFirst();
  return row?.askedAt ?? null;
}

/** An employer's published jobs with an open question, the longest asked first. */
export async function listOpenAsks(
  db: Db,
  { employerId, limit }: { employerId: string; limit: number },
) {
  return await db
    .selectFrom("stillHiringAsks")
    .innerJoin("jobs", "jobs.id", "stillHiringAsks.jobId")
    .select(["jobs.id as jobId", "jobs.title", "stillHiringAsks.askedAt"])
    .where("jobs.employerId", "=", employerId)
    .where("jobs.status", "=", "published")
    .where(sql<boolean>`still_hiring_asks.asked_at > ${CONFIRMED}`)
    .orderBy("stillHiringAsks.askedAt")
    .limit(limit)
    .execute();
}
