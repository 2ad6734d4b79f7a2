import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // An account in its days of grace. Deleting the row is changing one's mind.
  await sql`
    create table account_deletions (
      user_id uuid primary key references users on delete cascade,
      requested_at timestamptz not null default now(),
      delete_after timestamptz not null,
      -- of an applicant's profile, to go back to
      visibility_before text
    )`.execute(db);
  await sql`create index account_deletions_delete_after on account_deletions (delete_after)`.execute(
    db,
  );

  await sql`
    create table account_exports (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      file_id uuid references files,
      requested_at timestamptz not null default now(),
      ready_at timestamptz,
      expires_at timestamptz,
      constraint account_exports_ready_has_file check ((ready_at is null) = (file_id is null))
    )`.execute(db);
  await sql`create index account_exports_user_id on account_exports (user_id, requested_at desc)`.execute(
    db,
  );
  await sql`create index account_exports_file_id on account_exports (file_id)`.execute(db);

  // What is left of an application keeps its place in the employer's numbers by a person without anything of a
  // person: one made for each, so that nothing says that two were of the same.
  await sql`alter table users add column stand_in boolean not null default false`.execute(db);
  await sql`
    alter table users add constraint users_stand_in_is_nobody
    check (not stand_in or (suspended_at is not null and name = 'Deleted account'))`.execute(db);

  // When the last word about the person went.
  await sql`alter table applications add column blanked_at timestamptz`.execute(db);
  await sql`create index applications_keeping_data on applications (stage_changed_at)
    where blanked_at is null and stage in ('hired', 'rejected', 'withdrawn')`.execute(db);
  await sql`create index users_never_verified on users (created_at)
    where email_verified_at is null and not stand_in`.execute(db);
}
