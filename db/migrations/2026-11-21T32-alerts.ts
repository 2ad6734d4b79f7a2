import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // People without an account who confirmed that they want alerts at this address.
  await sql`
    create table alert_addresses (
      id uuid primary key default gen_random_uuid(),
      email citext not null,
      manage_token text not null,
      created_at timestamptz not null default now(),
      constraint alert_addresses_email_length check (length(email) <= 254),
      constraint alert_addresses_email_key unique (email),
      constraint alert_addresses_manage_token_key unique (manage_token)
    )`.execute(db);
  // Asked for and not yet confirmed by the mailbox's owner; apart from the searches, which nobody may fill for others.
  await sql`
    create table alert_requests (
      id uuid primary key default gen_random_uuid(),
      email citext not null,
      params text not null,
      asks text not null,
      frequency text not null,
      token_hash text not null,
      created_at timestamptz not null default now(),
      constraint alert_requests_email_length check (length(email) <= 254),
      constraint alert_requests_params_length check (length(params) <= 8000),
      constraint alert_requests_asks_length check (length(asks) <= 4000),
      constraint alert_requests_frequency_check check (frequency in ('instant', 'daily', 'weekly')),
      constraint alert_requests_token_hash_key unique (token_hash)
    )`.execute(db);
  await sql`create unique index alert_requests_email_params on alert_requests (email, md5(params))`.execute(
    db,
  );
  await sql`create index alert_requests_created_at on alert_requests (created_at)`.execute(db);
  // Addresses that never want an alert again, by their hash: the list must not be an address book.
  await sql`
    create table alert_suppressions (
      email_hash text primary key,
      created_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    alter table saved_searches
      alter column user_id drop not null,
      add column alert_address_id uuid references alert_addresses on delete cascade,
      add column asked tsquery,
      add column waiting_since timestamptz,
      add column status_changed_at timestamptz not null default now(),
      add constraint saved_searches_one_owner check (num_nonnulls(user_id, alert_address_id) = 1)`.execute(
    db,
  );
  await sql`create unique index saved_searches_address_params on saved_searches (alert_address_id, md5(params))`.execute(
    db,
  );

  // The conditions as a query over the terms of a job, which Postgres compares without sending them anywhere.
  await sql`
    update saved_searches set asked = (
      select string_agg('(' || (
        select string_agg('''' || replace(replace(term, '\\', '\\\\'), '''', '''''') || '''', ' | ')
        from jsonb_array_elements_text(terms) as term
      ) || ')', ' & ')
      from jsonb_array_elements(conditions) as terms
    )::tsquery`.execute(db);
  await sql`alter table saved_searches drop column conditions`.execute(db);

  // What is due is found by its own index: reading the whole ledger each minute would grow with what waits for morning.
  await sql`
    update saved_searches set waiting_since = (
      select min(matched_at) from saved_search_matches
      where saved_search_id = saved_searches.id and digest_id is null)`.execute(db);
  await sql`
    create index saved_searches_waiting on saved_searches (frequency, waiting_since)
    where waiting_since is not null and status = 'active'`.execute(db);

  // What is not told of yet is found by its search, and each index is one more write for every match.
  await sql`drop index saved_search_matches_unsent`.execute(db);
  await sql`drop index saved_search_matches_digest_id`.execute(db);
  await sql`create index saved_search_matches_digest_id on saved_search_matches (digest_id) where digest_id is not null`.execute(
    db,
  );

  // Checking the search of each match locked its row: a write each time, a fifth of the whole cost.
  await sql`alter table saved_search_matches drop constraint saved_search_matches_saved_search_id_fkey`.execute(
    db,
  );
  await sql`
    create function delete_matches_of_searches() returns trigger language plpgsql as $$
    begin
      delete from saved_search_matches using removed where saved_search_id = removed.id;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger saved_searches_take_their_matches after delete on saved_searches referencing old table as removed
    for each statement execute function delete_matches_of_searches()`.execute(db);

  await sql`create index saved_searches_deleted on saved_searches (status_changed_at) where status = 'deleted'`.execute(
    db,
  );
  await sql`create index saved_search_digests_settled on saved_search_digests (settled_at) where settled_at is not null`.execute(
    db,
  );
}
