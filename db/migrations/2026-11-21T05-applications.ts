import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table applications (
      id uuid primary key default gen_random_uuid(),
      job_id uuid not null references jobs on delete restrict,
      applicant_id uuid not null references users on delete restrict,
      stage text not null default 'submitted',
      version integer not null default 1,
      cover_note text not null default '',
      snapshot jsonb,
      resume_file_id uuid references files,
      resume_filename text,
      match_score smallint not null,
      match_reasons jsonb not null default '[]',
      reject_reason text,
      submitted_at timestamptz not null default now(),
      stage_changed_at timestamptz not null default now(),
      reply_by timestamptz,
      first_reply_at timestamptz,
      withdrawn_at timestamptz,
      constraint applications_once_per_job unique (job_id, applicant_id),
      constraint applications_stage_check check (stage in ('submitted', 'in-review', 'assessment', 'interview', 'offer', 'hired', 'rejected', 'withdrawn')),
      constraint applications_score_range check (match_score between 0 and 100)
    )`.execute(db);
  await sql`create index applications_by_job_newest on applications (job_id, submitted_at desc, id)`.execute(
    db,
  );
  await sql`create index applications_by_job_match on applications (job_id, match_score desc, submitted_at desc, id)`.execute(
    db,
  );
  await sql`create index applications_by_applicant on applications (applicant_id, submitted_at desc)`.execute(
    db,
  );

  await sql`
    create table application_events (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references applications on delete cascade,
      actor_id uuid references users on delete set null,
      kind text not null,
      from_stage text,
      to_stage text,
      message text not null default '',
      shown_to_applicant boolean not null,
      created_at timestamptz not null default now(),
      constraint application_events_kind_check check (kind in ('submitted', 'moved', 'rejected', 'withdrawn', 'job-closed', 'resume-opened'))
    )`.execute(db);
  await sql`create index application_events_application_id on application_events (application_id, created_at)`.execute(
    db,
  );

  await sql`
    create table application_notes (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references applications on delete cascade,
      author_id uuid references users on delete set null,
      body text not null,
      created_at timestamptz not null default now(),
      constraint application_notes_body_length check (length(body) between 1 and 5000)
    )`.execute(db);
  await sql`create index application_notes_application_id on application_notes (application_id, created_at)`.execute(
    db,
  );
}
