import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The address invited, not a user: there may be none yet, and whoever has the address decides.
  await sql`
    create table employer_invitations (
      id uuid primary key default gen_random_uuid(),
      employer_id uuid not null references employers on delete cascade,
      email citext not null,
      role text not null,
      token_hash text not null,
      invited_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      sent_at timestamptz not null default now(),
      expires_at timestamptz not null,
      accepted_at timestamptz,
      revoked_at timestamptz,
      constraint employer_invitations_token_hash_unique unique (token_hash),
      constraint employer_invitations_role_check check (role in ('owner', 'recruiter', 'viewer')),
      constraint employer_invitations_email_length check (length(email::text) between 3 and 254),
      constraint employer_invitations_hash_is_sha256 check (token_hash ~ '^[0-9a-f]{64}$'),
      constraint employer_invitations_one_end check (accepted_at is null or revoked_at is null)
    )`.execute(db);
  await sql`create unique index employer_invitations_one_open on employer_invitations (employer_id, email)
    where accepted_at is null and revoked_at is null`.execute(db);
  await sql`create index employer_invitations_invited_by on employer_invitations (invited_by)`.execute(
    db,
  );
  await sql`create index employer_invitations_expires_at on employer_invitations (expires_at)`.execute(
    db,
  );

  // Which employer a session acts for. Not deleted with the membership: that it points at one that is gone is how
  // a person learns of it, instead of silently acting for another.
  await sql`
    alter table sessions add column active_employer_id uuid references employers on delete set null`.execute(
    db,
  );
  await sql`
    create index sessions_active_employer_id on sessions (active_employer_id)
    where active_employer_id is not null`.execute(db);
  await sql`
    update sessions set active_employer_id = (
      select employer_id from employer_members
      where employer_members.user_id = sessions.user_id
      order by created_at, employer_id limit 1)`.execute(db);

  // The last word on "never without an owner", whatever deletes or changes a member. Asked at commit, under a lock
  // of the employer, so that of two that act at once the second sees what the first left.
  await sql`
    create function employer_keeps_an_owner() returns trigger language plpgsql as $$
    begin
      perform 1 from employers where id = old.employer_id for no key update;
      if found and not exists (
        select 1 from employer_members where employer_id = old.employer_id and role = 'owner'
      ) then
        raise exception 'employer % would be left without an owner', old.employer_id
          using errcode = 'check_violation', constraint = 'employer_members_keep_an_owner';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger employer_members_keep_an_owner
    after update or delete on employer_members
    deferrable initially deferred
    for each row when (old.role = 'owner')
    execute function employer_keeps_an_owner()`.execute(db);
}
