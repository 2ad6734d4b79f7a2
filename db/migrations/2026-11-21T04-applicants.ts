import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table applicants (
      user_id uuid primary key references users on delete cascade,
      version integer not null default 1,
      headline text not null default '',
      about text not null default '',
      city text,
      state text,
      zip text,
      eligible_states text[] not null default '{}',
      work_modes text[] not null default '{}',
      employment_types text[] not null default '{}',
      pay_wished_type text,
      pay_wished_min numeric(12, 2),
      experience_level text,
      available text not null default '',
      specialties text[] not null default '{}',
      settings text[] not null default '{}',
      software text[] not null default '{}',
      visibility text not null default 'applied-employers',
      form_draft jsonb,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint applicants_visibility_check check (visibility in ('visible', 'applied-employers', 'hidden'))
    )`.execute(db);

  await sql`
    create table applicant_experience (
      user_id uuid not null references applicants on delete cascade,
      family_id text not null references code_families,
      months integer not null,
      last_used_on date,
      accuracy_percent numeric(5, 2),
      volume numeric(8, 2),
      volume_unit text,
      position smallint not null,
      primary key (user_id, family_id),
      constraint applicant_experience_months_range check (months between 0 and 720),
      constraint applicant_experience_accuracy_range check (accuracy_percent between 0 and 100)
    )`.execute(db);

  await sql`
    create table applicant_credentials (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references applicants on delete cascade,
      code text not null,
      issuer text not null default '',
      number text not null default '',
      earned_on date,
      expires_on date,
      status text not null default 'self-reported',
      position smallint not null,
      constraint applicant_credentials_code_unique unique (user_id, code),
      constraint applicant_credentials_status_check check (status in ('self-reported', 'evidence-uploaded', 'verified', 'expiring', 'lapsed', 'revoked'))
    )`.execute(db);

  await sql`
    create table applicant_work (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references applicants on delete cascade,
      employer text not null,
      title text not null,
      setting text,
      started_on date,
      ended_on date,
      summary text not null default '',
      position smallint not null
    )`.execute(db);
  await sql`create index applicant_work_user_id on applicant_work (user_id, position)`.execute(db);

  await sql`
    create table applicant_education (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references applicants on delete cascade,
      institution text not null,
      study text not null default '',
      level text,
      finished_year smallint,
      position smallint not null
    )`.execute(db);
  await sql`create index applicant_education_user_id on applicant_education (user_id, position)`.execute(
    db,
  );

  await sql`
    create table resumes (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references applicants on delete cascade,
      file_id uuid not null references files,
      filename text not null,
      created_at timestamptz not null default now(),
      removed_at timestamptz
    )`.execute(db);
  await sql`create index resumes_user_id on resumes (user_id, created_at desc)`.execute(db);
}
