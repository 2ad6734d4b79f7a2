import { type Kysely, sql } from "kysely";

// Who looked is kept for a week, under a hash salted by a secret of its day that is then thrown away: enough to tell
// one viewer from another, never who it was. What stays are counts.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table view_salts (
      day date primary key,
      salt bytea not null
    )`.execute(db);
  await sql`
    create table job_viewers (
      job_id uuid not null references jobs on delete cascade,
      day date not null,
      viewer bytea not null,
      source text not null,
      views integer not null,
      started boolean not null default false,
      primary key (job_id, day, viewer)
    )`.execute(db);
  await sql`create index job_viewers_day on job_viewers (day)`.execute(db);
  await sql`
    create table job_view_days (
      job_id uuid not null references jobs on delete cascade,
      day date not null,
      source text not null,
      views integer not null,
      viewers integer not null,
      starts integer not null,
      primary key (job_id, day, source)
    )`.execute(db);
}
