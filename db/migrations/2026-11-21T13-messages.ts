import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table users add column read_receipts boolean not null default false`.execute(db);

  await sql`
    create table application_messages (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references applications on delete cascade,
      sender_id uuid references users on delete set null,
      side text not null,
      body text not null,
      created_at timestamptz not null default clock_timestamp(),
      read_at timestamptz,
      -- whether the writer may be told of the reading: the applicant's choice at the moment of reading
      receipt boolean not null default false,
      constraint application_messages_side_check check (side in ('employer', 'applicant')),
      constraint application_messages_body_length check (length(body) between 1 and 4000)
    )`.execute(db);
  await sql`create index application_messages_by_application on application_messages (application_id, created_at desc, id)`.execute(
    db,
  );
  await sql`create index application_messages_unread on application_messages (application_id, side) where read_at is null`.execute(
    db,
  );
  await sql`create index application_messages_sender_id on application_messages (sender_id)`.execute(
    db,
  );

  // One row per application with messages, so that desks list and count threads without reading messages.
  await sql`
    create table message_threads (
      application_id uuid primary key references applications on delete cascade,
      employer_id uuid not null references employers on delete cascade,
      applicant_id uuid not null references users on delete cascade,
      last_message_at timestamptz not null,
      last_side text not null,
      last_words text not null,
      employer_unread integer not null default 0,
      applicant_unread integer not null default 0
    )`.execute(db);
  await sql`create index message_threads_of_employer on message_threads (employer_id, last_message_at desc, application_id)`.execute(
    db,
  );
  await sql`create index message_threads_unread_by_employer on message_threads (employer_id, last_message_at desc) where employer_unread > 0`.execute(
    db,
  );
  await sql`create index message_threads_of_applicant on message_threads (applicant_id, last_message_at desc, application_id)`.execute(
    db,
  );

  await sql`
    create table message_templates (
      id uuid primary key default gen_random_uuid(),
      employer_id uuid not null references employers on delete cascade,
      name text not null,
      body text not null,
      version integer not null default 1,
      updated_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint message_templates_name_length check (length(name) between 1 and 80),
      constraint message_templates_body_length check (length(body) between 1 and 4000)
    )`.execute(db);
  await sql`create unique index message_templates_name_once on message_templates (employer_id, lower(name))`.execute(
    db,
  );
  await sql`create index message_templates_updated_by on message_templates (updated_by)`.execute(
    db,
  );
}
