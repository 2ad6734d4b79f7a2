import { type Kysely, sql } from "kysely";

// A saved search is indexed under the alternatives of its one rarest condition; a new job looks its own terms up there,
// so matching costs what is found, not how many searches there are.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_searches (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      params text not null,
      asks text not null,
      frequency text not null,
      status text not null default 'active',
      conditions jsonb not null,
      words tsquery,
      latitude double precision,
      longitude double precision,
      radius double precision,
      pay_min numeric(8, 2),
      posted_within integer,
      with_hidden boolean not null default false,
      feed_token text,
      stop_token text not null,
      created_at timestamptz not null default now(),
      constraint saved_searches_params_length check (length(params) <= 8000),
      constraint saved_searches_asks_length check (length(asks) <= 4000),
      constraint saved_searches_frequency_check check (frequency in ('instant', 'daily', 'weekly')),
      constraint saved_searches_status_check check (status in ('active', 'paused', 'deleted')),
      constraint saved_searches_conditions_are_list check (jsonb_typeof(conditions) = 'array'),
      constraint saved_searches_feed_token_key unique (feed_token),
      constraint saved_searches_stop_token_key unique (stop_token)
    )`.execute(db);
  await sql`create unique index saved_searches_user_params on saved_searches (user_id, md5(params))`.execute(
    db,
  );

  await sql`
    create table saved_search_terms (
      term text not null,
      saved_search_id uuid not null references saved_searches on delete cascade,
      primary key (term, saved_search_id)
    )`.execute(db);
  await sql`create index saved_search_terms_saved_search_id on saved_search_terms (saved_search_id)`.execute(
    db,
  );

  // Jobs made public and not yet looked up.
  await sql`
    create table unmatched_jobs (
      job_id uuid primary key references jobs on delete cascade,
      queued_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index unmatched_jobs_queued_at on unmatched_jobs (queued_at)`.execute(db);

  // The ledger: what a subscription is to hear of or has heard of, each job once for good.
  await sql`
    create table saved_search_matches (
      saved_search_id uuid not null references saved_searches on delete cascade,
      job_id uuid not null references jobs on delete cascade,
      matched_at timestamptz not null default now(),
      digest_id uuid,
      primary key (saved_search_id, job_id)
    )`.execute(db);
  await sql`create index saved_search_matches_job_id on saved_search_matches (job_id)`.execute(db);
  await sql`create index saved_search_matches_unsent on saved_search_matches (saved_search_id, job_id) where digest_id is null`.execute(
    db,
  );
  await sql`
    create table saved_search_digests (
      id uuid primary key default gen_random_uuid(),
      saved_search_id uuid not null references saved_searches on delete cascade,
      created_at timestamptz not null default now(),
      claimed_at timestamptz,
      settled_at timestamptz
    )`.execute(db);
  await sql`create index saved_search_digests_saved_search_id on saved_search_digests (saved_search_id)`.execute(
    db,
  );
  await sql`create index saved_search_matches_digest_id on saved_search_matches (digest_id)`.execute(
    db,
  );

  // A job counts as new when it is made public, not when it was first written long ago (bulk loads of old jobs).
  await sql`
    create function queue_inserted_jobs_for_alerts() returns trigger language plpgsql as $$
    begin
      insert into unmatched_jobs (job_id)
      select id from inserted where status = 'published' and first_published_at > now() - interval '2 days'
        and exists (select from saved_searches)
      on conflict do nothing;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger jobs_inserted_for_alerts after insert on jobs referencing new table as inserted
    for each statement execute function queue_inserted_jobs_for_alerts()`.execute(db);
  await sql`
    create function queue_job_for_alerts() returns trigger language plpgsql as $$
    begin
      insert into unmatched_jobs (job_id) values (new.id) on conflict do nothing;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger jobs_published_for_alerts after update of status on jobs for each row
    when (new.status = 'published' and old.status not in ('published', 'paused'))
    execute function queue_job_for_alerts()`.execute(db);
}
