import { type Kysely, sql } from "kysely";

// What a person has said about jobs and employers: kept apart from the profile, which employers may see.
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of the user, not of the profile: who signs up from a job has it saved before the address is confirmed.
  await sql`
    create table saved_jobs (
      user_id uuid not null references users on delete cascade,
      job_id uuid not null references jobs on delete cascade,
      note text not null default '',
      created_at timestamptz not null default now(),
      told_ended_at timestamptz,
      primary key (user_id, job_id),
      constraint saved_jobs_note_length check (length(note) <= 1000)
    )`.execute(db);
  await sql`create index saved_jobs_job_id on saved_jobs (job_id)`.execute(db);

  await sql`
    create table hidden_jobs (
      user_id uuid not null references users on delete cascade,
      job_id uuid not null references jobs on delete cascade,
      created_at timestamptz not null default now(),
      primary key (user_id, job_id)
    )`.execute(db);
  await sql`create index hidden_jobs_job_id on hidden_jobs (job_id)`.execute(db);

  await sql`
    create table muted_employers (
      user_id uuid not null references users on delete cascade,
      employer_id uuid not null references employers on delete cascade,
      created_at timestamptz not null default now(),
      primary key (user_id, employer_id)
    )`.execute(db);
  await sql`create index muted_employers_employer_id on muted_employers (employer_id)`.execute(db);

  // "All staffing agencies" is a kind of employer, muted as a whole.
  await sql`
    create table muted_employer_kinds (
      user_id uuid not null references users on delete cascade,
      kind text not null,
      created_at timestamptz not null default now(),
      primary key (user_id, kind)
    )`.execute(db);

  await sql`
    create table seen_jobs (
      user_id uuid not null references users on delete cascade,
      job_id uuid not null references jobs on delete cascade,
      seen_at timestamptz not null default now(),
      primary key (user_id, job_id)
    )`.execute(db);
  await sql`create index seen_jobs_job_id on seen_jobs (job_id)`.execute(db);
  await sql`create index seen_jobs_seen_at on seen_jobs (seen_at)`.execute(db);

  // What somebody typed for an application not sent yet; the page's own field names and values.
  await sql`
    create table application_drafts (
      user_id uuid not null references users on delete cascade,
      job_id uuid not null references jobs on delete cascade,
      step text not null default 'edit',
      form jsonb not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      reminded_at timestamptz,
      primary key (user_id, job_id),
      constraint application_drafts_step_check check (step in ('edit', 'review')),
      constraint application_drafts_form_is_object check (jsonb_typeof(form) = 'object')
    )`.execute(db);
  await sql`create index application_drafts_job_id on application_drafts (job_id)`.execute(db);
  await sql`create index application_drafts_unreminded on application_drafts (updated_at) where reminded_at is null`.execute(
    db,
  );

  // Optional mails a person has stopped, by name. Mails they must have are not in it.
  await sql`
    create table stopped_mails (
      user_id uuid not null references users on delete cascade,
      mail text not null,
      created_at timestamptz not null default now(),
      primary key (user_id, mail)
    )`.execute(db);
}
