import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { isSuppressed } from "./alert-suppressions.ts";

// The latest 7:00 in New York that has passed: what was found before it is due.
const SLOTS = sql`(
  select 'instant' as frequency, now() as slot
  union all
  select 'daily', (date_trunc('day', here - interval '7 hours') + interval '7 hours') at time zone 'America/New_York'
  from (select now() at time zone 'America/New_York' as here) as clock
  union all
  select 'weekly', (date_trunc('week', here - interval '7 hours') + interval '7 hours') at time zone 'America/New_York'
  from (select now() at time zone 'America/New_York' as here) as clock
)`;

/**
 * Takes up to `limit` searches of which something is due and makes digests, each with the jobs it will tell of. Fewer
 * digests than searches where all that waited has gone meanwhile. Holding the ledger.
 */
export async function claimDueDigests(
  db: Db,
  limit: number,
): Promise<{ searches: number; digestIds: string[] }> {
  const { rows } = await sql<{ searches: number; digestIds: string[] }>`
    with due as (
      update saved_searches set waiting_since = null
      where id in (
        select s.id from ${SLOTS} as slots
        cross join lateral (
          select id from saved_searches
          where frequency = slots.frequency and status = 'active' and waiting_since < slots.slot
          order by waiting_since limit ${limit}
        ) as s
        limit ${limit}
      )
      returning id, frequency
    ),
    made as (
      insert into saved_search_digests (saved_search_id, frequency)
      select id, frequency from due
      where exists (
        select from saved_search_matches where saved_search_id = due.id and digest_id is null)
      returning id, saved_search_id
    ),
    taken as (
      update saved_search_matches as m set digest_id = made.id
      from made where m.saved_search_id = made.saved_search_id and m.digest_id is null
    )
    select (select count(*)::int from due) as searches, array(select id from made) as digest_ids`.execute(
    db,
  );
  return rows[0] ?? { searches: 0, digestIds: [] };
}

export interface ClaimedDigest {
  savedSearchId: string;
  status: "active" | "paused" | "deleted";
  params: string;
  asks: string;
  /** What its owner calls it; null when it goes by what it asks. */
  title: string | null;
  /** Its mail was handed over before, and may have arrived. */
  tried: boolean;
  /** Another choice of how often was made since. */
  isRescheduled: boolean;
  stopToken: string;
  withHidden: boolean;
  /** Null for somebody without an account, whose `manageToken` opens their page instead. */
  userId: string | null;
  manageToken: string | null;
  /** "" without an account. */
  name: string;
  email: string;
  /** Neither suspended nor told us never to mail them. */
  canReceive: boolean;
  jobIds: string[];
}

/** Takes a digest to send, unless it is settled (null) or another worker holds it ("held"). */
export async function claimDigest(db: Db, id: string): Promise<ClaimedDigest | "held" | null> {
  const { rows: taken } = await sql<{ tried: boolean }>`
    update saved_search_digests as d set claimed_at = now()
    from (select id, claimed_at from saved_search_digests where id = ${id} for update) as before
    where d.id = before.id and d.settled_at is null
      and (d.claimed_at is null or d.claimed_at < now() - interval '2 minutes')
    returning before.claimed_at is not null as tried`.execute(db);
  if (!taken[0]) {
    const { rows } = await sql`
      select id from saved_search_digests where id = ${id} and settled_at is null`.execute(db);
    return rows.length > 0 ? "held" : null;
  }
  const { rows } = await sql<ClaimedDigest>`
    select s.id as saved_search_id, s.status, s.params, s.asks, s.title,
      ${taken[0].tried}::boolean as tried, coalesce(d.frequency <> s.frequency, false) as is_rescheduled, s.stop_token, s.with_hidden,
      s.user_id, a.manage_token, coalesce(u.name, '') as name, coalesce(u.email, a.email) as email,
      u.suspended_at is null and not ${isSuppressed(sql`coalesce(u.email, a.email)`)} as can_receive,
      array(select job_id from saved_search_matches where digest_id = d.id order by matched_at desc, job_id) as job_ids
    from saved_search_digests as d
    join saved_searches as s on s.id = d.saved_search_id
    left join users as u on u.id = s.user_id
    left join alert_addresses as a on a.id = s.alert_address_id
    where d.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Another try may take it at once. `tried`: its mail was handed over, and may have arrived though it was refused. */
export async function releaseDigest(
  db: Db,
  id: string,
  { tried }: { tried: boolean },
): Promise<void> {
  await sql`
    update saved_search_digests set claimed_at = ${tried ? "-infinity" : null}::timestamptz
    where id = ${id} and settled_at is null`.execute(db);
}

/** Gives a digest's jobs back to its search, to be told when that is due next. Holding the ledger and the digest. */
export async function putOffDigest(db: Db, id: string): Promise<void> {
  await sql`
    with freed as (
      update saved_search_matches set digest_id = null where digest_id = ${id} returning saved_search_id, matched_at
    ),
    waiting as (
      update saved_searches as s set waiting_since = least(s.waiting_since, f.since)
      from (select saved_search_id, min(matched_at) as since from freed group by 1) as f
      where s.id = f.saved_search_id
    )
    update saved_search_digests set settled_at = now() where id = ${id}`.execute(db);
}

/** Nothing more will be sent of it. */
export async function settleDigest(db: Db, id: string): Promise<void> {
  await sql`update saved_search_digests set settled_at = now() where id = ${id}`.execute(db);
}
