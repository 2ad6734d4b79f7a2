import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table employers (
      id uuid primary key default gen_random_uuid(),
      slug text not null,
      name text not null,
      kind text not null,
      website text,
      about text not null default '',
      city text,
      state text,
      logo_file_id uuid references files,
      verified_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint employers_slug_unique unique (slug),
      constraint employers_name_length check (length(name) between 2 and 160)
    )`.execute(db);

  await sql`
    create table employer_members (
      employer_id uuid not null references employers on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null,
      created_at timestamptz not null default now(),
      primary key (employer_id, user_id),
      constraint employer_members_role_check check (role in ('owner', 'recruiter', 'viewer'))
    )`.execute(db);
  await sql`create index employer_members_user_id on employer_members (user_id)`.execute(db);

  await sql`
    create table jobs (
      id uuid primary key default gen_random_uuid(),
      slug text not null,
      employer_id uuid not null references employers on delete cascade,
      created_by uuid references users on delete set null,
      status text not null default 'draft',
      version integer not null default 1,

      title text not null default '',
      role text,
      specialty text,
      other_specialties text[] not null default '{}',
      settings text[] not null default '{}',
      employment_type text,
      schedule text,
      work_mode text,
      city text,
      state text,
      zip text,
      latitude double precision,
      longitude double precision,
      state_rule text,
      listed_states text[] not null default '{}',
      eligible_states text[] not null default '{}',

      pay_type text,
      pay_min numeric(12, 2),
      pay_max numeric(12, 2),
      pay_note text not null default '',
      guaranteed_hourly numeric(8, 2),
      hourly_min numeric(8, 2),
      hourly_max numeric(8, 2),

      experience_level text,
      min_months integer,
      accepts_apprentices boolean not null default false,
      credential_rule jsonb not null default '[]',
      preferred_credentials text[] not null default '{}',
      software text[] not null default '{}',
      production_unit text,
      production_target numeric(8, 2),
      accuracy_metric text,
      accuracy_min numeric(5, 2),

      description text not null default '',
      closes_on date,
      reply_by_days integer,
      form_draft jsonb,

      first_published_at timestamptz,
      published_at timestamptz,
      confirmed_at timestamptz,
      expires_at timestamptz,
      closed_at timestamptz,
      close_reason text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),

      constraint jobs_slug_unique unique (slug),
      constraint jobs_status_check check (status in ('draft', 'in-review', 'published', 'paused', 'closed', 'expired', 'rejected')),
      constraint jobs_close_reason_check check (close_reason in ('filled', 'withdrawn')),
      constraint jobs_closed_has_reason check (status <> 'closed' or close_reason is not null),
      constraint jobs_pay_order check (pay_min is null or pay_max is null or pay_min <= pay_max),
      constraint jobs_reply_by_days_range check (reply_by_days between 1 and 60),
      constraint jobs_published_is_complete check (
        status not in ('published', 'paused') or (
          length(title) > 0 and specialty is not null and cardinality(settings) > 0 and pay_type is not null
          and pay_min is not null and pay_max is not null and employment_type is not null and work_mode is not null
          and published_at is not null and first_published_at is not null and expires_at is not null)),
      constraint jobs_credential_rule_is_array check (jsonb_typeof(credential_rule) = 'array')
    )`.execute(db);
  await sql`create index jobs_employer_id on jobs (employer_id, status, updated_at desc)`.execute(
    db,
  );
  await sql`create index jobs_newest on jobs (first_published_at desc, id) where status = 'published'`.execute(
    db,
  );
  await sql`create index jobs_newest_of_specialty on jobs (specialty, published_at desc) where status = 'published'`.execute(
    db,
  );
  // Counting what is open reads this alone, not the rows with their descriptions.
  await sql`create index jobs_open on jobs (expires_at, id) where status = 'published'`.execute(db);
  await sql`create index jobs_expiring on jobs (expires_at) where status in ('published', 'paused')`.execute(
    db,
  );

  await sql`
    create table job_requirements (
      job_id uuid not null references jobs on delete cascade,
      family_id text not null references code_families,
      level text not null,
      min_months integer not null default 0,
      position smallint not null,
      primary key (job_id, family_id),
      constraint job_requirements_level_check check (level in ('must', 'nice')),
      constraint job_requirements_min_months_range check (min_months between 0 and 600)
    )`.execute(db);
  await sql`create index job_requirements_family_id on job_requirements (family_id, job_id)`.execute(
    db,
  );

  await sql`
    create table job_events (
      id uuid primary key default gen_random_uuid(),
      job_id uuid not null references jobs on delete cascade,
      actor_id uuid references users on delete set null,
      kind text not null,
      from_status text,
      to_status text,
      note text not null default '',
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index job_events_job_id on job_events (job_id, created_at)`.execute(db);
}
