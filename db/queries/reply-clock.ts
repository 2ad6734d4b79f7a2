import { sql } from "kysely";
import { type ApplicationStage, OPEN_STAGES } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

const STAGES = sql.join(OPEN_STAGES);

export interface OverdueApplication {
  id: string;
  stage: ApplicationStage;
  replyBy: Date;
  jobTitle: string;
  employerName: string;
  name: string;
  address: string;
  /** Whether the applicant may be mailed. */
  reachable: boolean;
}

/**
 * Marks up to `limit` open applications whose promised day has passed, by the database's clock, without an answer, and
 * answers whom to tell. Rows that somebody is answering at the moment are left for the next pass; the version stays, as
 * nothing an answer depends on has changed.
 */
export async function markUnansweredApplications(
  db: Db,
  limit: number,
): Promise<OverdueApplication[]> {
  const { rows } = await sql<OverdueApplication>`
    with due as (
      select id from applications
      where first_reply_at is null and unanswered_at is null and stage in (${STAGES}) and reply_by <= now()
      order by reply_by limit ${limit} for update skip locked
    ), marked as (
      update applications set unanswered_at = now() from due where applications.id = due.id
      returning applications.id, applications.stage, applications.reply_by, applications.job_id, applications.applicant_id
    )
    select marked.id, marked.stage, marked.reply_by, jobs.title as job_title, employers.name as employer_name,
      users.name, users.email as address, users.suspended_at is null as reachable
    from marked
    join jobs on jobs.id = marked.job_id
    join employers on employers.id = jobs.employer_id
    join users on users.id = marked.applicant_id`.execute(db);
  return rows;
}

export interface WarnedJob {
  employerId: string;
  employerName: string;
  jobId: string;
  jobTitle: string;
  count: number;
  /** The first of their promised days. */
  firstReplyBy: Date;
}

/** Up to `limit` employers with applications whose promised day comes within `hours` and of which they were not reminded. */
export async function listEmployersToWarn(
  db: Db,
  { hours, limit }: { hours: number; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ employerId: string }>`
    select jobs.employer_id from applications join jobs on jobs.id = applications.job_id
    where ${unwarned(hours)} group by jobs.employer_id order by jobs.employer_id limit ${limit}`.execute(
    db,
  );
  return rows.map(({ employerId }) => employerId);
}

/** Notes that an employer is being reminded and answers of what: one line a job, the first due first. */
export async function markWarned(
  db: Db,
  { employerId, hours }: { employerId: string; hours: number },
): Promise<WarnedJob[]> {
  const { rows } = await sql<WarnedJob>`
    with warned as (
      update applications set reply_warned_at = now()
      from jobs where jobs.id = applications.job_id and jobs.employer_id = ${employerId} and ${unwarned(hours)}
      returning applications.job_id, applications.reply_by
    )
    select employers.id as employer_id, employers.name as employer_name, jobs.id as job_id, jobs.title as job_title,
      count(*)::int as count, min(warned.reply_by) as first_reply_by
    from warned join jobs on jobs.id = warned.job_id join employers on employers.id = jobs.employer_id
    group by employers.id, jobs.id order by first_reply_by, jobs.id`.execute(db);
  return rows;
}

const unwarned = (hours: number) => sql`
  applications.first_reply_at is null and applications.reply_warned_at is null
  and applications.stage in (${STAGES})
  and applications.reply_by > now() and applications.reply_by <= now() + make_interval(hours => ${hours})`;

export interface AwaitedJob {
  jobId: string;
  title: string;
  /** Past their promised day. */
  overdue: number;
  /** Due within the next seven days. */
  soon: number;
  /** The first promised day still to come; null when none is. */
  nextReplyBy: Date | null;
  /** The last promised day within the next seven days: "all of these by then". */
  soonBy: Date | null;
}

/** An employer's jobs with unanswered applications that are overdue or due within a week, the most pressing first. */
export async function listAwaitedJobs(
  db: Db,
  { employerId, limit }: { employerId: string; limit: number },
): Promise<AwaitedJob[]> {
  const { rows } = await sql<AwaitedJob>`
    select jobs.id as job_id, jobs.title,
      count(*) filter (where reply_by <= now())::int as overdue,
      count(*) filter (where reply_by > now())::int as soon,
      min(reply_by) filter (where reply_by > now()) as next_reply_by,
      max(reply_by) filter (where reply_by > now()) as soon_by
    from jobs join applications on applications.job_id = jobs.id
    where jobs.employer_id = ${employerId} and applications.first_reply_at is null
      and applications.stage in (${STAGES}) and reply_by <= now() + interval '7 days'
    group by jobs.id
    order by count(*) filter (where reply_by <= now()) = 0, min(reply_by), jobs.id
    limit ${limit}`.execute(db);
  return rows;
}

/** The reply clock of each of these jobs that has one running: overdue, and the next promised day. */
export async function listJobClocks(
  db: Db,
  jobIds: readonly string[],
): Promise<Map<string, { overdue: number; waiting: number; nextReplyBy: Date | null }>> {
  if (jobIds.length === 0) return new Map();
  const { rows } = await sql<{
    jobId: string;
    overdue: number;
    waiting: number;
    nextReplyBy: Date | null;
  }>`
    select job_id, count(*) filter (where reply_by <= now())::int as overdue,
      count(*) filter (where reply_by > now())::int as waiting,
      min(reply_by) filter (where reply_by > now()) as next_reply_by
    from applications
    where job_id in (${sql.join(jobIds)}) and first_reply_at is null and stage in (${STAGES})
      and reply_by is not null
    group by job_id`.execute(db);
  return new Map(rows.map(({ jobId, ...clock }) => [jobId, clock]));
}

/**
 * How many applications of a job stand unanswered: open and without an answer, once their promised day has passed or
 * the job has ended.
 */
export async function countStandingUnanswered(db: Db, jobId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications join jobs on jobs.id = applications.job_id
    where applications.job_id = ${jobId} and first_reply_at is null and stage in (${STAGES})
      and (reply_by <= now() or unanswered_at is not null
        or jobs.status in ('closed', 'expired') or jobs.expires_at <= now())`.execute(db);
  return rows[0]?.count ?? 0;
}
