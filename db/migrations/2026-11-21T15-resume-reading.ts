import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table resumes add column is_default boolean not null default false`.execute(db);
  await sql`
    create unique index resumes_one_default on resumes (user_id) where is_default`.execute(db);

  // What was found in a résumé's text, until the résumé goes. Nothing of it is in the profile unless accepted there.
  await sql`
    create table resume_readings (
      resume_id uuid primary key references resumes on delete cascade,
      status text not null default 'waiting',
      failure text,
      page_count integer,
      is_cut boolean not null default false,
      proposals jsonb,
      requested_at timestamptz not null default now(),
      finished_at timestamptz,
      constraint resume_readings_status_check check (status in ('waiting', 'read', 'unreadable')),
      constraint resume_readings_read_has_proposals check ((status = 'read') = (proposals is not null)),
      constraint resume_readings_unreadable_has_failure check ((status = 'unreadable') = (failure is not null))
    )`.execute(db);

  // A JSON Resume as it was imported: what the profile has no place for is given back on export.
  await sql`
    create table kept_json_resumes (
      user_id uuid primary key references applicants on delete cascade,
      document jsonb not null,
      account_name text not null,
      account_email text not null,
      imported_at timestamptz not null default now(),
      constraint kept_json_resumes_is_object check (jsonb_typeof(document) = 'object')
    )`.execute(db);
}
