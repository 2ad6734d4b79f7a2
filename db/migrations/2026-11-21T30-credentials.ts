import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Expiring and lapsed follow from the date: stored, they would be wrong by tomorrow.
  await sql`update applicant_credentials set status = 'verified' where status = 'expiring'`.execute(
    db,
  );
  await sql`update applicant_credentials set status = 'self-reported' where status = 'lapsed'`.execute(
    db,
  );
  await sql`
    alter table applicant_credentials
      add column evidence_file_id uuid references files,
      add column evidence_uploaded_at timestamptz,
      add column verified_method text,
      add column verified_by uuid references users on delete set null,
      add column verified_at timestamptz,
      add column refused_at timestamptz,
      add column refusal text,
      add column revoked_at timestamptz,
      add column revocation text,
      add column version integer not null default 1,
      add column letter_months smallint not null default 0,
      add column has_course boolean not null default false,
      add column has_practicode boolean not null default false,
      drop constraint applicant_credentials_status_check,
      add constraint applicant_credentials_status_check
        check (status in ('self-reported', 'evidence-uploaded', 'verified', 'revoked')),
      add constraint applicant_credentials_method_check
        check (verified_method in ('issuer-look-up', 'document', 'issuer-letter')),
      add constraint applicant_credentials_verified_whole
        check ((verified_method is null) = (verified_at is null)),
      add constraint applicant_credentials_evidence_whole
        check ((evidence_file_id is null) = (evidence_uploaded_at is null)),
      add constraint applicant_credentials_refused_whole
        check ((refused_at is null) = (refusal is null)),
      add constraint applicant_credentials_revoked_whole
        check ((revoked_at is null) = (revocation is null)),
      add constraint applicant_credentials_letters_range check (letter_months between 0 and 600)`.execute(
    db,
  );
  await sql`create index applicant_credentials_evidence on applicant_credentials (evidence_file_id)
    where evidence_file_id is not null`.execute(db);
  await sql`create index applicant_credentials_verified_by on applicant_credentials (verified_by)
    where verified_by is not null`.execute(db);
  await sql`create index applicant_credentials_waiting on applicant_credentials (evidence_uploaded_at, id)
    where status = 'evidence-uploaded'`.execute(db);
  await sql`create index applicant_credentials_verified on applicant_credentials (verified_at, id)
    where status = 'verified'`.execute(db);
  await sql`create index applicant_credentials_ending on applicant_credentials (expires_on)
    where expires_on is not null and status <> 'revoked'`.execute(db);

  // One row for each reminder sent: another worker, or another run, finds it and sends nothing.
  await sql`
    create table credential_reminders (
      credential_id uuid not null references applicant_credentials on delete cascade,
      expires_on date not null,
      days_before smallint not null,
      sent_at timestamptz not null default now(),
      primary key (credential_id, expires_on, days_before),
      constraint credential_reminders_days_check check (days_before in (90, 30, 7))
    )`.execute(db);
}
