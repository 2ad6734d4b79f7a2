import { type Kysely, sql } from "kysely";

// Marks say "this job's document may be stale", never what changed: the drain reads the current row.
// Statement-level triggers with transition tables catch bulk expiry, renames and seeds that a call
// placed by hand would forget, and cost the same as none on a 100,000-row insert.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence search_outbox_version`.execute(db);
  // Moves on whenever the engine shows something new, so that counts kept by a process can be told old.
  await sql`create sequence search_generation`.execute(db);
  await sql`
    create table search_outbox (
      job_id uuid primary key,
      version bigint not null default nextval('search_outbox_version'),
      marked_at timestamptz not null default clock_timestamp(),
      attempts integer not null default 0,
      last_error text,
      dead_at timestamptz
    )`.execute(db);
  await sql`create index search_outbox_pending on search_outbox (marked_at) where dead_at is null`.execute(
    db,
  );

  await sql`
    create function mark_jobs_dirty(ids uuid[]) returns void language sql as $$
      insert into search_outbox (job_id) select distinct unnest(ids) order by 1
      on conflict (job_id) do update
        set version = nextval('search_outbox_version'), marked_at = clock_timestamp(), attempts = 0, last_error = null, dead_at = null
    $$`.execute(db);
  await sql`
    create function mark_changed_jobs() returns trigger language plpgsql as $$
    declare
      ids uuid[];
    begin
      if tg_table_name = 'jobs' then
        ids := array(select id from changed);
      elsif tg_table_name = 'job_requirements' then
        ids := array(select distinct job_id from changed);
      else
        ids := array(select jobs.id from jobs join changed on jobs.employer_id = changed.id);
      end if;
      perform mark_jobs_dirty(ids);
      perform refresh_job_search(ids);
      perform pg_notify('search_outbox', '');
      return null;
    end $$`.execute(db);

  for (const [table, event, transition] of [
    ["jobs", "insert", "new"],
    ["jobs", "update", "new"],
    ["jobs", "delete", "old"],
    ["job_requirements", "insert", "new"],
    ["job_requirements", "update", "new"],
    ["job_requirements", "delete", "old"],
    ["employers", "update", "new"],
  ] as const) {
    await sql`
      create trigger ${sql.id(`${table}_${event}_marks_search`)} after ${sql.raw(event)} on ${sql.table(table)}
      referencing ${sql.raw(transition)} table as changed
      for each statement execute function mark_changed_jobs()`.execute(db);
  }
}
