import { sql } from "kysely";
import type { Db } from "#db/client.ts";

// Each touches at most `limit` rows and answers how many; `days` comes from the table the public reads.

interface Spent {
  days: number;
  limit: number;
}

/** Alerts asked for that nobody confirmed. */
export async function deleteOldAlertRequests(db: Db, { days, limit }: Spent): Promise<number> {
  const { rows } = await sql`
    delete from alert_requests where id in (
      select id from alert_requests where created_at < now() - make_interval(days => ${days}) limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Searches deleted that long ago, with their ledger. */
export async function deleteDeletedSearches(db: Db, { days, limit }: Spent): Promise<number> {
  const { rows } = await sql`
    delete from saved_searches where id in (
      select id from saved_searches
      where status = 'deleted' and status_changed_at < now() - make_interval(days => ${days}) limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Addresses without an account that have no search any more. */
export async function deleteIdleAlertAddresses(
  db: Db,
  { limit }: { limit: number },
): Promise<number> {
  const { rows } = await sql`
    delete from alert_addresses where id in (
      select id from alert_addresses as a
      where not exists (select from saved_searches where alert_address_id = a.id) limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** When mails of alerts were made and sent; what each search was told of stays, so that nothing is told twice. */
export async function deleteSettledDigests(db: Db, { days, limit }: Spent): Promise<number> {
  const { rows } = await sql`
    delete from saved_search_digests where id in (
      select id from saved_search_digests
      where settled_at < now() - make_interval(days => ${days}) limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}
