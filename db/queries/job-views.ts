import { sql } from "kysely";
import type { ViewSource } from "#app/domain/view-source.ts";
import type { Db } from "#db/client.ts";

/** A look at a job's page, or at its form to apply, as the web process saw it. */
export interface SeenView {
  slug: string;
  /** Hex; the same for one viewer all day. */
  viewer: string;
  source: ViewSource;
  started: boolean;
}

/** The secret of today's viewer hashes, made by whoever asks first. Hex. */
export async function readViewSalt(db: Db, fresh: string): Promise<{ day: string; salt: string }> {
  const { rows } = await sql<{ day: string; salt: string }>`
    with made as (
      insert into view_salts (day, salt) values ((now() at time zone 'utc')::date, decode(${fresh}, 'hex'))
      on conflict do nothing returning day, salt
    )
    select day::text, encode(salt, 'hex') as salt from made
    union all
    select day::text, encode(salt, 'hex') from view_salts where day = (now() at time zone 'utc')::date
    limit 1`.execute(db);
  // A colleague's insert that this statement could not see yet.
  return rows[0] ?? (await readViewSalt(db, fresh));
}

/** Adds views to today's; those of jobs that are not public are left out. */
export async function addViews(db: Db, views: readonly SeenView[]): Promise<void> {
  if (views.length === 0) return;
  await sql`
    insert into job_viewers (job_id, day, viewer, source, views, started)
    select jobs.id, (now() at time zone 'utc')::date, seen.viewer, min(seen.source),
      count(*) filter (where not seen.started), bool_or(seen.started)
    from (
      select slug, decode(viewer, 'hex') as viewer, source, started
      from unnest(${views.map(({ slug }) => slug)}::text[], ${views.map(({ viewer }) => viewer)}::text[],
        ${views.map(({ source }) => source)}::text[], ${views.map(({ started }) => started)}::boolean[])
        as one(slug, viewer, source, started)
    ) as seen
    join jobs on jobs.slug = seen.slug and jobs.first_published_at is not null
    group by jobs.id, seen.viewer
    order by jobs.id, seen.viewer
    on conflict (job_id, day, viewer) do update
      set views = job_viewers.views + excluded.views, started = job_viewers.started or excluded.started`.execute(
    db,
  );
}

/** Turns the viewers of days more than `days` past into counts, a day at a time; answers how many days. */
export async function condenseViews(db: Db, days: number): Promise<number> {
  const { rows } = await sql<{ day: string }>`
    select distinct day::text from job_viewers where day < (now() at time zone 'utc')::date - ${days}::int order by 1 limit 7`.execute(
    db,
  );
  for (const { day } of rows) {
    await sql`
      with gone as (delete from job_viewers where day = ${day}::date returning job_id, source, views, started)
      insert into job_view_days (job_id, day, source, views, viewers, starts)
      select job_id, ${day}::date, source, sum(views), count(*) filter (where views > 0), count(*) filter (where started)
      from gone group by job_id, source
      on conflict (job_id, day, source) do update
        set views = job_view_days.views + excluded.views, viewers = job_view_days.viewers + excluded.viewers,
          starts = job_view_days.starts + excluded.starts`.execute(db);
  }
  await sql`delete from view_salts where day < (now() at time zone 'utc')::date`.execute(db);
  return rows.length;
}

/** Of one job, or of all of an employer. */
export interface NumbersOf {
  employerId: string;
  jobId: string | null;
}

const jobsOf = ({ employerId, jobId }: NumbersOf) =>
  sql`select id from jobs where employer_id = ${employerId} ${jobId ? sql`and id = ${jobId}` : sql``}`;

export interface ViewDay {
  /** "YYYY-MM-DD". */
  day: string;
  source: ViewSource;
  views: number;
  viewers: number;
  starts: number;
}

/**
 * Views by day and source over the last `days` days, today included. Viewers are told apart within one job and day:
 * somebody who comes back tomorrow, or looks at two jobs, counts twice.
 */
export async function listViewDays(db: Db, of: NumbersOf, days: number): Promise<ViewDay[]> {
  const { rows } = await sql<ViewDay>`
    with own as materialized (${jobsOf(of)}),
    since as (select (now() at time zone 'utc')::date - ${days - 1}::int as day)
    select day::text, source, sum(views)::int as views, sum(viewers)::int as viewers, sum(starts)::int as starts
    from (
      select day, source, views, viewers, starts from job_view_days
      where job_id in (select id from own) and day >= (select day from since)
      union all
      select day, source, views, (views > 0)::int, started::int from job_viewers
      where job_id in (select id from own) and day >= (select day from since)
    ) as seen
    group by day, source order by day`.execute(db);
  return rows;
}

export interface Funnel {
  applications: number;
  /** How many ever stood in each stage, by stage. */
  reached: Record<string, number>;
  answered: number;
  /** Seconds from the application to the first answer; null without one. */
  medianReplySeconds: number | null;
  /** Answered within a day, within a week, later; still waiting. */
  replies: { day: number; week: number; later: number; waiting: number };
}

/** What became of the applications sent in the last `days` days. */
export async function readFunnel(db: Db, of: NumbersOf, days: number): Promise<Funnel> {
  const { rows } = await sql<Omit<Funnel, "replies"> & Funnel["replies"]>`
    with own as materialized (
      select id, stage, submitted_at, first_reply_at from applications
      where job_id in (${jobsOf(of)}) and submitted_at >= now() - make_interval(days => ${days}::int)
    ),
    stages as (
      select id, stage from own
      union
      select application_id, to_stage from application_events
      where application_id in (select id from own) and to_stage is not null
    ),
    replies as (select extract(epoch from first_reply_at - submitted_at)::float8 as seconds from own)
    select
      (select count(*) from own)::int as applications,
      (select coalesce(json_object_agg(stage, count), '{}') from (select stage, count(*) as count from stages group by 1) as one) as reached,
      count(seconds)::int as answered,
      percentile_cont(0.5) within group (order by seconds) as "medianReplySeconds",
      (count(*) filter (where seconds <= 86400))::int as day,
      (count(*) filter (where seconds > 86400 and seconds <= 604800))::int as week,
      (count(*) filter (where seconds > 604800))::int as later,
      (count(*) filter (where seconds is null))::int as waiting
    from replies`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("a count without a row");
  const { day, week, later, waiting, ...rest } = row;
  return { ...rest, replies: { day, week, later, waiting } };
}

/** An employer's jobs by their views in the last `days` days, the most looked at first. */
export async function listJobNumbers(
  db: Db,
  { employerId, days, limit }: { employerId: string; days: number; limit: number },
) {
  const { rows } = await sql<{
    id: string;
    title: string;
    views: number;
    viewers: number;
    starts: number;
    applications: number;
  }>`
    with since as (select (now() at time zone 'utc')::date - ${days - 1}::int as day),
    seen as (
      select job_id, sum(views)::int as views, sum(viewers)::int as viewers, sum(starts)::int as starts
      from (
        select job_id, views, viewers, starts from job_view_days
        where job_id in (${jobsOf({ employerId, jobId: null })}) and day >= (select day from since)
        union all
        select job_id, views, (views > 0)::int, started::int from job_viewers
        where job_id in (${jobsOf({ employerId, jobId: null })}) and day >= (select day from since)
      ) as one group by job_id
    ),
    applied as (
      select job_id, count(*)::int as applications from applications
      where job_id in (${jobsOf({ employerId, jobId: null })}) and submitted_at >= now() - make_interval(days => ${days}::int)
      group by job_id
    )
    select jobs.id, jobs.title, coalesce(seen.views, 0) as views, coalesce(seen.viewers, 0) as viewers,
      coalesce(seen.starts, 0) as starts, coalesce(applied.applications, 0) as applications
    from jobs left join seen on seen.job_id = jobs.id left join applied on applied.job_id = jobs.id
    where jobs.employer_id = ${employerId} and (seen.job_id is not null or applied.job_id is not null)
    order by 3 desc, 6 desc, jobs.id limit ${limit}`.execute(db);
  return rows;
}
