import { type Kysely, sql } from "kysely";

// Frozen: a migration imports nothing of ours and is never edited once released.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists citext`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);
  await sql`create extension if not exists cube`.execute(db);
  await sql`create extension if not exists earthdistance`.execute(db);

  await sql`
    create table users (
      id uuid primary key default gen_random_uuid(),
      email citext not null,
      name text not null,
      kind text not null,
      password_hash text not null,
      email_verified_at timestamptz,
      suspended_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint users_email_unique unique (email),
      constraint users_kind_check check (kind in ('applicant', 'employer', 'admin')),
      constraint users_email_length check (length(email::text) between 3 and 254),
      constraint users_name_length check (length(name) between 1 and 200)
    )`.execute(db);

  await sql`
    create table sessions (
      id text primary key,
      user_id uuid not null references users on delete cascade,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      authenticated_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ip text,
      user_agent text,
      constraint sessions_id_is_sha256 check (id ~ '^[0-9a-f]{64}$')
    )`.execute(db);
  await sql`create index sessions_user_id on sessions (user_id)`.execute(db);
  await sql`create index sessions_expires_at on sessions (expires_at)`.execute(db);

  await sql`
    create table email_tokens (
      token_hash text primary key,
      user_id uuid not null references users on delete cascade,
      purpose text not null,
      email citext not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz,
      constraint email_tokens_purpose_check check (purpose in ('verify-email', 'reset-password', 'change-email')),
      constraint email_tokens_hash_is_sha256 check (token_hash ~ '^[0-9a-f]{64}$')
    )`.execute(db);
  await sql`create index email_tokens_user_id on email_tokens (user_id, purpose)`.execute(db);

  // The table rate-limiter-flexible expects; made here so that the app's role needs no DDL rights.
  await sql`
    create table throttles (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db);
  await sql`create index throttles_expire on throttles (expire)`.execute(db);

  await sql`
    create table files (
      id uuid primary key default gen_random_uuid(),
      storage_key text not null,
      content_type text not null,
      byte_size integer not null,
      sha256 text not null,
      created_at timestamptz not null default now(),
      constraint files_storage_key_unique unique (storage_key),
      constraint files_byte_size_positive check (byte_size > 0)
    )`.execute(db);

  // One row per form render: a second click answers with the first click's result.
  await sql`
    create table idempotency_keys (
      key uuid not null,
      user_id uuid not null references users on delete cascade,
      route text not null,
      body_hash text not null,
      location text not null,
      created_at timestamptz not null default now(),
      primary key (key, user_id)
    )`.execute(db);
  await sql`create index idempotency_keys_created_at on idempotency_keys (created_at)`.execute(db);
}
