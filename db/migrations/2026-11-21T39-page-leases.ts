import { type Kysely, sql } from "kysely";

// A web process may send a kept page without asking whether it is still true for three milliseconds after it last asked:
// a lease. Nothing stale is ever sent under it, because no change to what the public sees commits while a lease is out:
//
//  1. a change takes a lock, shared with all other changes, before it writes, and keeps it until it is committed;
//  2. a lease is given only while nobody holds that lock, and the version that goes with it is read after that was seen;
//  3. a change commits three milliseconds after it took the lock at the earliest, and every lease given before is over.
//
// Changes wait for no reader and for each other no more than before; most of them take longer than the lease anyway.
const LOCK = 7_042_001;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function count_public_change() returns void language plpgsql as $$
    begin
      if coalesce(current_setting('careercenter.changes_pages', true), '') <> pg_current_xact_id()::text then
        perform pg_advisory_xact_lock_shared(${sql.lit(LOCK)});
        perform set_config('careercenter.changes_pages', pg_current_xact_id()::text, true);
        perform set_config('careercenter.changes_pages_since', clock_timestamp()::text, true);
      end if;
      insert into public_changes (backend_pid, changes) values (pg_backend_pid(), 1)
      on conflict (backend_pid) do update set changes = public_changes.changes + 1;
    end $$`.execute(db);

  await sql`
    create function outwait_page_leases() returns trigger language plpgsql as $$
    declare
      rest double precision := 0.003
        - extract(epoch from clock_timestamp() - current_setting('careercenter.changes_pages_since')::timestamptz);
    begin
      if rest > 0 then
        -- At most the whole lease, should somebody set the clock back.
        perform pg_sleep(least(rest, 0.003));
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger public_changes_outwait_leases after insert or update on public_changes
    deferrable initially deferred for each row execute function outwait_page_leases()`.execute(db);

  // Volatile, so that the version is read by a snapshot taken after the lock was asked for. Near the next end of a job or
  // of the day there is no lease: both come without a change.
  await sql`
    create function lease_public_version(out version text, out leased boolean) language plpgsql volatile as $$
    declare
      next_end timestamptz;
      today date := (now() at time zone 'utc')::date;
    begin
      leased := pg_try_advisory_xact_lock(${sql.lit(LOCK)});
      next_end := (
        select min(expires_at) from jobs
        where status in ('published', 'paused') and expires_at > now());
      version := concat_ws(' ',
        (select sum(changes) from public_changes), next_end, (select last_value from search_generation), today);
      leased := leased
        and coalesce(next_end, 'infinity') > clock_timestamp() + interval '10 ms'
        and ((clock_timestamp() + interval '10 ms') at time zone 'utc')::date = today;
    end $$`.execute(db);
}
