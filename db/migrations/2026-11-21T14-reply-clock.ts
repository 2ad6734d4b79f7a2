import { type Kysely, sql } from "kysely";

const OPEN = sql`stage in ('submitted', 'in-review', 'assessment', 'interview', 'offer')`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table jobs
      drop constraint jobs_status_check,
      add constraint jobs_status_check check (status in ('draft', 'in-review', 'scheduled', 'published', 'paused', 'closed', 'expired', 'rejected')),
      add column reference text,
      -- the run this one follows: its copy, or one of the same title, specialty and place that had ended
      add column repost_of_id uuid references jobs on delete set null,
      add column reposted_at timestamptz,
      add column publish_at timestamptz,
      add column scheduled_by uuid references users on delete set null,
      add column pause_reason text,
      add constraint jobs_reference_length check (length(reference) between 1 and 60),
      add constraint jobs_pause_reason_check check (pause_reason in ('unconfirmed')),
      add constraint jobs_scheduled_has_moment check ((status = 'scheduled') = (publish_at is not null))`.execute(
    db,
  );
  await sql`create index jobs_scheduled on jobs (publish_at) where status = 'scheduled'`.execute(
    db,
  );
  await sql`create index jobs_to_confirm on jobs (confirmed_at) where status = 'published'`.execute(
    db,
  );
  await sql`create index jobs_of_title on jobs (employer_id, lower(title))`.execute(db);
  await sql`create index jobs_of_reference on jobs (employer_id, reference) where reference is not null`.execute(
    db,
  );
  await sql`create index jobs_repost_of_id on jobs (repost_of_id) where repost_of_id is not null`.execute(
    db,
  );
  await sql`create index jobs_scheduled_by on jobs (scheduled_by) where scheduled_by is not null`.execute(
    db,
  );

  // Apart from the job: asking changes nothing anybody searches or reads, so it must not mark the job as changed.
  await sql`
    create table still_hiring_asks (
      job_id uuid primary key references jobs on delete cascade,
      -- open while it is later than the job's last confirmation
      asked_at timestamptz not null default now(),
      reminded_at timestamptz
    )`.execute(db);
  await sql`create index still_hiring_asks_asked_at on still_hiring_asks (asked_at)`.execute(db);

  await sql`
    create table job_confirm_links (
      token_hash text primary key,
      job_id uuid not null references jobs on delete cascade,
      user_id uuid not null references users on delete cascade,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index job_confirm_links_job_id on job_confirm_links (job_id)`.execute(db);
  await sql`create index job_confirm_links_user_id on job_confirm_links (user_id)`.execute(db);
  await sql`create index job_confirm_links_expires_at on job_confirm_links (expires_at)`.execute(
    db,
  );

  await sql`
    create table job_templates (
      id uuid primary key default gen_random_uuid(),
      employer_id uuid not null references employers on delete cascade,
      name text not null,
      -- the job form's own field names and values, without a closing day
      form jsonb not null,
      saved_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      constraint job_templates_name_length check (length(name) between 1 and 80),
      constraint job_templates_form_is_object check (jsonb_typeof(form) = 'object')
    )`.execute(db);
  await sql`create unique index job_templates_name_once on job_templates (employer_id, lower(name))`.execute(
    db,
  );
  await sql`create index job_templates_saved_by on job_templates (saved_by)`.execute(db);

  await clockApplications(db);
  await keepReplyRecords(db);
}

async function clockApplications(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table applications
      -- when the promised day passed without an answer; null again once there is one
      add column unanswered_at timestamptz,
      add column reply_warned_at timestamptz`.execute(db);
  await sql`
    alter table application_events
      drop constraint application_events_kind_check,
      add constraint application_events_kind_check check (kind in ('submitted', 'moved', 'rejected', 'withdrawn', 'job-closed', 'resume-opened', 'unanswered'))`.execute(
    db,
  );
  await sql`create index applications_awaiting on applications (job_id, reply_by) where first_reply_at is null and ${OPEN}`.execute(
    db,
  );
  await sql`create index applications_due on applications (reply_by) where first_reply_at is null and unanswered_at is null and ${OPEN}`.execute(
    db,
  );
  await sql`create index applications_to_warn on applications (reply_by) where first_reply_at is null and reply_warned_at is null and ${OPEN}`.execute(
    db,
  );
  // Whoever answers, by whatever means, ends the mark: no use case has to remember it.
  await sql`
    create function clear_unanswered() returns trigger language plpgsql as $$
    begin
      new.unanswered_at := null;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger applications_clear_unanswered before update on applications
    for each row when (new.unanswered_at is not null
      and (new.first_reply_at is not null or new.stage in ('hired', 'rejected', 'withdrawn')))
    execute function clear_unanswered()`.execute(db);
}

/**
 * What an employer's record is made of is noted by the statement that changes it and counted by the worker. The notes
 * are rows of their own: two members answering at once never wait for each other, as they would for one row to update.
 */
async function keepReplyRecords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reply_records (
      employer_id uuid primary key references employers on delete cascade,
      counted integer not null default 0,
      answered integer not null default 0,
      median_seconds double precision,
      refreshed_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index reply_records_refreshed_at on reply_records (refreshed_at)`.execute(db);
  await sql`
    create table stale_reply_records (
      id bigint generated always as identity primary key,
      employer_id uuid not null
    )`.execute(db);
  await sql`
    create function note_stale_reply_records() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        insert into stale_reply_records (employer_id)
        select distinct jobs.employer_id from changed join former using (id) join jobs on jobs.id = changed.job_id
        where (changed.first_reply_at, changed.withdrawn_at, changed.unanswered_at, changed.reply_by, changed.submitted_at)
          is distinct from (former.first_reply_at, former.withdrawn_at, former.unanswered_at, former.reply_by, former.submitted_at);
      elsif tg_op = 'INSERT' then
        insert into stale_reply_records (employer_id)
        select distinct jobs.employer_id from changed join jobs on jobs.id = changed.job_id
        where changed.first_reply_at is not null or changed.reply_by <= now();
      else
        insert into stale_reply_records (employer_id)
        select distinct jobs.employer_id from former join jobs on jobs.id = former.job_id;
      end if;
      return null;
    end $$`.execute(db);
  for (const [event, tables] of [
    ["insert", "new table as changed"],
    ["update", "old table as former new table as changed"],
    ["delete", "old table as former"],
  ] as const) {
    await sql`
      create trigger ${sql.id(`applications_${event}_stales_record`)} after ${sql.raw(event)} on applications
      referencing ${sql.raw(tables)} for each statement execute function note_stale_reply_records()`.execute(
      db,
    );
  }
  await sql`insert into stale_reply_records (employer_id) select distinct employer_id from jobs`.execute(
    db,
  );

  // An employer page is kept in memory by its version of everything public: only another record makes another page.
  await sql`
    create function count_public_record_change() returns trigger language plpgsql as $$
    begin
      if exists (
        select from changed join former using (employer_id)
        where (changed.counted, changed.answered, changed.median_seconds)
          is distinct from (former.counted, former.answered, former.median_seconds)
      ) then
        perform count_public_change();
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger reply_records_insert_changes_pages after insert on reply_records
    for each statement execute function count_any_public_change()`.execute(db);
  await sql`
    create trigger reply_records_update_changes_pages after update on reply_records
    referencing old table as former new table as changed
    for each statement execute function count_public_record_change()`.execute(db);
}
