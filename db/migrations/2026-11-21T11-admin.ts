import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await auditLog(db);
  await standing(db);
  await hiddenJobs(db);
  await reports(db);
}

// Who saw or changed what. Rows hold ids, never names, so that an account's end need not touch them: no foreign key
// could set one null here without an update, and updates are refused.
async function auditLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entries (
      id bigint generated always as identity primary key,
      created_at timestamptz not null default now(),
      actor_id uuid,
      action text not null,
      subject_kind text not null,
      subject_id text,
      employer_id uuid,
      details jsonb not null default '{}',
      constraint audit_entries_action_check check (action ~ '^[a-z]+(-[a-z]+)+$'),
      constraint audit_entries_details_is_object check (jsonb_typeof(details) = 'object')
    )`.execute(db);
  for (const [name, columns] of [
    ["audit_entries_created_at", "created_at, id"],
    ["audit_entries_actor_id", "actor_id, id"],
    ["audit_entries_action", "action, id"],
    ["audit_entries_subject", "subject_id, id"],
    ["audit_entries_employer_id", "employer_id, id"],
  ] as const) {
    await sql`create index ${sql.id(name)} on audit_entries (${sql.raw(columns)})`.execute(db);
  }
  await sql`
    create function keep_audit_entries() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if current_setting('careercenter.audit_retention', true) = 'on' and old.created_at < now() - interval '1 year' then
          return old;
        end if;
      end if;
      raise exception 'audit_entries is append-only' using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger audit_entries_append_only before update or delete on audit_entries
    for each row execute function keep_audit_entries()`.execute(db);
  await sql`
    create trigger audit_entries_keep_all before truncate on audit_entries
    for each statement execute function keep_audit_entries()`.execute(db);
  // The one way a row leaves, and only after a year.
  await sql`
    create function purge_audit_entries(keep interval) returns bigint language plpgsql as $$
    declare
      purged bigint;
    begin
      perform set_config('careercenter.audit_retention', 'on', true);
      delete from audit_entries where created_at < now() - keep;
      get diagnostics purged = row_count;
      perform set_config('careercenter.audit_retention', '', true);
      return purged;
    end $$`.execute(db);
}

async function standing(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table users
      add column suspended_reason text,
      add constraint users_suspended_has_reason check (suspended_reason is null or suspended_at is not null)`.execute(
    db,
  );
  await sql`create index users_suspended on users (suspended_at) where suspended_at is not null`.execute(
    db,
  );
  await sql`create index users_found_by_name on users using gin ((email::text || ' ' || name) gin_trgm_ops)`.execute(
    db,
  );
  await sql`
    alter table employers
      add column verification_refused_at timestamptz,
      add column verification_refusal text,
      add column suspended_at timestamptz,
      add column suspended_reason text`.execute(db);
  await sql`
    create index employers_unverified on employers (created_at, id)
    where verified_at is null and verification_refused_at is null and suspended_at is null`.execute(
    db,
  );
  await sql`create index employers_found_by_name on employers using gin (name gin_trgm_ops)`.execute(
    db,
  );
}

// A job out of view because of who posted it: its employer is suspended, all its employer's owners are, or its author
// is. Kept on the row, so that every public read asks one column of one table and the triggers on jobs mark the index
// and the kept pages by themselves. Everything that changes the answer takes the employer's row first: of two changes
// at once, the later one sees the earlier.
async function hiddenJobs(db: Kysely<unknown>): Promise<void> {
  await sql`alter table jobs add column hidden_at timestamptz`.execute(db);
  await sql`create index jobs_created_by on jobs (created_by)`.execute(db);
  await sql`create index jobs_in_review on jobs (updated_at, id) where status = 'in-review'`.execute(
    db,
  );
  await sql`alter table jobs drop constraint jobs_close_reason_check`.execute(db);
  await sql`
    alter table jobs add constraint jobs_close_reason_check check (close_reason in ('filled', 'withdrawn', 'removed'))`.execute(
    db,
  );
  await sql`drop index jobs_newest, jobs_newest_of_specialty, jobs_open`.execute(db);
  for (const [name, columns] of [
    ["jobs_newest", "first_published_at desc, id"],
    ["jobs_newest_of_specialty", "specialty, published_at desc"],
    ["jobs_open", "expires_at, id"],
  ] as const) {
    await sql`
      create index ${sql.id(name)} on jobs (${sql.raw(columns)}) where status = 'published' and hidden_at is null`.execute(
      db,
    );
  }

  await sql`
    create function employer_is_hidden(employer uuid) returns boolean language sql stable as $$
      select exists (select from employers where id = employer and suspended_at is not null)
        or (select bool_and(users.suspended_at is not null) from employer_members
          join users on users.id = employer_members.user_id
          where employer_id = employer and role = 'owner') is true
    $$`.execute(db);
  await sql`
    create function refresh_hidden_jobs(employer_ids uuid[], author_ids uuid[]) returns void language plpgsql as $$
    begin
      perform from employers
      where id = any(employer_ids) or id in (select employer_id from jobs where created_by = any(author_ids))
      order by id for no key update;
      with standing as (
        select jobs.id, employer_is_hidden(jobs.employer_id)
          or exists (select from users where users.id = jobs.created_by and suspended_at is not null) as hidden
        from jobs where employer_id = any(employer_ids) or created_by = any(author_ids)
      )
      update jobs set hidden_at = case when standing.hidden then now() end
      from standing where standing.id = jobs.id and (jobs.hidden_at is not null) <> standing.hidden;
    end $$`.execute(db);

  await sql`
    create function hide_jobs_of_suspended_users() returns trigger language plpgsql as $$
    declare
      ids uuid[] := array(
        select changed.id from changed join former on former.id = changed.id
        where (changed.suspended_at is null) <> (former.suspended_at is null));
    begin
      if cardinality(ids) > 0 then
        perform refresh_hidden_jobs(array(select employer_id from employer_members where user_id = any(ids)), ids);
        perform count_public_change();
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger users_update_hides_jobs after update on users
    referencing old table as former new table as changed
    for each statement execute function hide_jobs_of_suspended_users()`.execute(db);

  await sql`
    create function hide_jobs_of_suspended_employers() returns trigger language plpgsql as $$
    declare
      ids uuid[] := array(
        select changed.id from changed join former on former.id = changed.id
        where (changed.suspended_at is null) <> (former.suspended_at is null));
    begin
      if cardinality(ids) > 0 then
        perform refresh_hidden_jobs(ids, '{}');
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger employers_update_hides_jobs after update on employers
    referencing old table as former new table as changed
    for each statement execute function hide_jobs_of_suspended_employers()`.execute(db);

  await sql`
    create function hide_jobs_of_new_owners() returns trigger language plpgsql as $$
    declare
      ids uuid[];
    begin
      perform from employers where id in (select employer_id from changed) order by id for no key update;
      ids := array(
        select distinct changed.employer_id from changed
        where exists (
          select from employer_members join users on users.id = employer_members.user_id
          where employer_members.employer_id = changed.employer_id and users.suspended_at is not null)
        or exists (select from jobs where jobs.employer_id = changed.employer_id and jobs.hidden_at is not null));
      if cardinality(ids) > 0 then
        perform refresh_hidden_jobs(ids, '{}');
        perform count_public_change();
      end if;
      return null;
    end $$`.execute(db);
  for (const [event, transition] of [
    ["insert", "new"],
    ["update", "new"],
    ["delete", "old"],
  ] as const) {
    await sql`
      create trigger ${sql.id(`employer_members_${event}_hides_jobs`)} after ${sql.raw(event)} on employer_members
      referencing ${sql.raw(transition)} table as changed
      for each statement execute function hide_jobs_of_new_owners()`.execute(db);
  }

  await sql`
    create function hide_new_jobs() returns trigger language plpgsql as $$
    begin
      perform from employers where id in (select employer_id from changed) order by id for share;
      update jobs set hidden_at = now() from changed
      where jobs.id = changed.id and jobs.hidden_at is null and changed.employer_id in (
          select employer_id from (select distinct employer_id from changed) as one where employer_is_hidden(employer_id))
        or jobs.id = changed.id and changed.created_by in (select id from users where suspended_at is not null);
      return null;
    end $$`.execute(db);
  await sql`
    create trigger jobs_insert_hides_jobs after insert on jobs
    referencing new table as changed
    for each statement execute function hide_new_jobs()`.execute(db);

  // Search without the engine reads two tables of its own, which only jobs in view may be in.
  await sql`
    create or replace function mark_changed_jobs() returns trigger language plpgsql as $$
    declare
      ids uuid[];
      hidden uuid[];
    begin
      if tg_table_name = 'jobs' then
        ids := array(select id from changed);
      elsif tg_table_name = 'job_requirements' then
        ids := array(select distinct job_id from changed);
      else
        ids := array(select jobs.id from jobs join changed on jobs.employer_id = changed.id);
      end if;
      perform mark_jobs_dirty(ids);
      hidden := array(select id from jobs where id = any(ids) and hidden_at is not null);
      if cardinality(hidden) > 0 then
        delete from job_search where job_id = any(hidden);
        delete from job_facets where job_id = any(hidden);
        perform refresh_job_search(array(select unnest(ids) except select unnest(hidden)));
      else
        perform refresh_job_search(ids);
      end if;
      perform pg_notify('search_outbox', '');
      return null;
    end $$`.execute(db);
}

// One row per person and job, however often they press the button; who it was is never shown to the employer.
async function reports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_reports (
      id uuid primary key default gen_random_uuid(),
      job_id uuid not null references jobs on delete cascade,
      reporter_id uuid references users on delete set null,
      reporter_hash text not null,
      reason text not null,
      words text not null default '',
      created_at timestamptz not null default now(),
      settled_at timestamptz,
      settled_by uuid references users on delete set null,
      outcome text,
      constraint job_reports_once unique (job_id, reporter_hash),
      constraint job_reports_hash_is_sha256 check (reporter_hash ~ '^[0-9a-f]{64}$'),
      constraint job_reports_words_length check (length(words) <= 2000),
      constraint job_reports_outcome_check check (outcome in ('removed', 'dismissed')),
      constraint job_reports_settled_has_outcome check ((settled_at is null) = (outcome is null))
    )`.execute(db);
  await sql`create index job_reports_open on job_reports (job_id, created_at) where settled_at is null`.execute(
    db,
  );
  await sql`create index job_reports_reporter_id on job_reports (reporter_id)`.execute(db);
}
