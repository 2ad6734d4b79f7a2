import { type Kysely, sql } from "kysely";

// Who may see a profile, who was invited by whom, and who looked.
export async function up(db: Kysely<unknown>): Promise<void> {
  // The id of the page employers see. Not the user's, and made anew when somebody turns anonymous: the address an
  // employer kept from before must not give the name away.
  await sql`
    alter table applicants
      add column anonymous boolean not null default false,
      add column public_id uuid not null default gen_random_uuid()`.execute(db);
  await sql`create unique index applicants_public_id on applicants (public_id)`.execute(db);
  await sql`
    create index applicants_visible on applicants (updated_at desc, user_id) where visibility <> 'hidden'`.execute(
    db,
  );
  await sql`
    create index applicants_found_by_words on applicants using gin ((headline || ' ' || about) gin_trgm_ops)
    where visibility <> 'hidden' and not anonymous`.execute(db);
  await sql`create index applicants_eligible_states on applicants using gin (eligible_states)`.execute(
    db,
  );
  await sql`create index applicant_experience_family on applicant_experience (family_id, months desc, user_id)`.execute(
    db,
  );
  await sql`create index applicant_credentials_code on applicant_credentials (code, user_id)`.execute(
    db,
  );

  await sql`
    create table hidden_from_employers (
      user_id uuid not null references users on delete cascade,
      employer_id uuid not null references employers on delete cascade,
      created_at timestamptz not null default now(),
      primary key (user_id, employer_id)
    )`.execute(db);
  await sql`create index hidden_from_employers_employer_id on hidden_from_employers (employer_id)`.execute(
    db,
  );

  // Whom an anonymous person has told their name by accepting an invitation; applying tells it by itself.
  await sql`
    create table name_reveals (
      user_id uuid not null references users on delete cascade,
      employer_id uuid not null references employers on delete cascade,
      created_at timestamptz not null default now(),
      primary key (user_id, employer_id)
    )`.execute(db);
  await sql`create index name_reveals_employer_id on name_reveals (employer_id)`.execute(db);

  await sql`
    create table apply_invitations (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      job_id uuid not null references jobs on delete cascade,
      employer_id uuid not null references employers on delete cascade,
      invited_by uuid references users on delete set null,
      message text not null default '',
      status text not null default 'pending',
      created_at timestamptz not null default now(),
      answered_at timestamptz,
      constraint apply_invitations_once unique (job_id, user_id),
      constraint apply_invitations_status_check check (status in ('pending', 'accepted', 'declined')),
      constraint apply_invitations_answered_has_time check ((status = 'pending') = (answered_at is null)),
      constraint apply_invitations_message_length check (length(message) <= 1000)
    )`.execute(db);
  await sql`create index apply_invitations_user_id on apply_invitations (user_id, created_at desc, id)`.execute(
    db,
  );
  await sql`create index apply_invitations_employer_id on apply_invitations (employer_id, created_at)`.execute(
    db,
  );
  await sql`create index apply_invitations_invited_by on apply_invitations (invited_by)`.execute(
    db,
  );

  // Once per employer and day (UTC), whoever of its members it was.
  await sql`
    create table profile_views (
      user_id uuid not null references users on delete cascade,
      employer_id uuid not null references employers on delete cascade,
      viewed_on date not null,
      viewed_at timestamptz not null default now(),
      resume_opened_at timestamptz,
      primary key (user_id, employer_id, viewed_on)
    )`.execute(db);
  await sql`create index profile_views_user_id on profile_views (user_id, viewed_at desc)`.execute(
    db,
  );
  await sql`create index profile_views_employer_id on profile_views (employer_id)`.execute(db);
}
