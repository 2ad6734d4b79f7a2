import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Notes that an employer looked, once a day; with `resume`, that it opened the résumé. */
export async function noteProfileView(
  db: Db,
  { userId, employerId, resume }: { userId: string; employerId: string; resume: boolean },
): Promise<void> {
  await sql`
    insert into profile_views (user_id, employer_id, viewed_on, resume_opened_at)
    values (${userId}, ${employerId}, (now() at time zone 'utc')::date, case when ${resume} then now() end)
    on conflict (user_id, employer_id, viewed_on) do update
    set resume_opened_at = excluded.resume_opened_at
    where profile_views.resume_opened_at is null and excluded.resume_opened_at is not null`.execute(
    db,
  );
}

export interface Look {
  kind: "profile" | "resume" | "application-resume";
  at: Date;
  employerName: string;
  employerSlug: string;
  /** The job applied to, for a résumé sent with an application. */
  jobTitle: string | null;
}

/** Who looked at this person's profile and opened a résumé, last first; the same day and employer counts once. */
export async function listLooks(
  db: Db,
  { userId, limit, offset }: { userId: string; limit: number; offset: number },
): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select looked.kind, at, employers.name as employer_name, employers.slug as employer_slug, job_title
    from (
      select 'profile' as kind, viewed_at as at, employer_id, null as job_title
      from profile_views where user_id = ${userId}
      union all
      select 'resume', resume_opened_at, employer_id, null
      from profile_views where user_id = ${userId} and resume_opened_at is not null
      union all
      select 'application-resume', min(event.created_at), jobs.employer_id, jobs.title
      from applications
      join application_events as event on event.application_id = applications.id and event.kind = 'resume-opened'
      join jobs on jobs.id = applications.job_id
      where applications.applicant_id = ${userId}
      group by applications.id, jobs.employer_id, jobs.title, (event.created_at at time zone 'utc')::date
    ) as looked
    join employers on employers.id = looked.employer_id
    order by at desc, looked.kind, employers.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}
