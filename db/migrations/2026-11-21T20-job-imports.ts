import { type Kysely, sql } from "kysely";

// A file of jobs is read into rows first (the dry run), and only when somebody says so its rows become drafts. The
// employer's own reference makes that repeatable: one reference is one job, however often its file is sent.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table jobs add column import_key text`.execute(db);
  await sql`
    create unique index jobs_import_key_unique on jobs (employer_id, import_key) where import_key is not null`.execute(
    db,
  );
  await sql`
    create table job_imports (
      id uuid primary key default gen_random_uuid(),
      employer_id uuid not null references employers on delete cascade,
      created_by uuid references users on delete set null,
      filename text not null,
      kind text not null,
      file_id uuid not null references files,
      status text not null default 'reading',
      failure text,
      notes text[] not null default '{}',
      rows_read integer not null default 0,
      rows_imported integer not null default 0,
      includes_incomplete boolean not null default false,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      constraint job_imports_kind_known check (kind in ('csv', 'xml')),
      constraint job_imports_status_known check (status in ('reading', 'read', 'importing', 'imported', 'failed')),
      constraint job_imports_failure_told check ((status = 'failed') = (failure is not null))
    )`.execute(db);
  await sql`create index job_imports_employer on job_imports (employer_id, created_at desc)`.execute(
    db,
  );
  await sql`create index job_imports_file on job_imports (file_id)`.execute(db);
  await sql`
    create table job_import_rows (
      import_id uuid not null references job_imports on delete cascade,
      position integer not null,
      line integer not null,
      reference text,
      title text not null default '',
      outcome text not null,
      reason text,
      form_values jsonb not null default '{}',
      problems jsonb not null default '[]',
      families jsonb not null default '[]',
      job_id uuid references jobs on delete set null,
      primary key (import_id, position),
      constraint job_import_rows_outcome_known check (outcome in ('ready', 'incomplete', 'exists', 'repeated', 'refused'))
    )`.execute(db);
  await sql`create index job_import_rows_outcome on job_import_rows (import_id, outcome, position)`.execute(
    db,
  );
  await sql`create index job_import_rows_job on job_import_rows (job_id) where job_id is not null`.execute(
    db,
  );
}
