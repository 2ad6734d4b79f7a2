import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import type { SearchOwner } from "./saved-searches.ts";

export interface AlertAddress {
  id: string;
  email: string;
  manageToken: string;
}

const ADDRESS = ["id", "email", "manageToken"] as const;

/** The address with this name; made, with `manageToken`, when there is none. */
async function upsertAlertAddress(
  db: Db,
  { email, manageToken }: { email: string; manageToken: string },
): Promise<AlertAddress> {
  return await db
    .insertInto("alertAddresses")
    .values({ email, manageToken })
    .onConflict((conflict) => conflict.column("email").doUpdateSet({ email }))
    .returning(ADDRESS)
    .executeTakeFirstOrThrow();
}

/** Whose page a mail's link opens; null when the address is gone, or never was. */
export async function findByManageToken(db: Db, manageToken: string): Promise<AlertAddress | null> {
  const row = await db
    .selectFrom("alertAddresses")
    .select(ADDRESS)
    .where("manageToken", "=", manageToken)
    .executeTakeFirst();
  return row ?? null;
}

/** Who gets the alerts of an address its owner has just proven: their account if they have one, else the address. */
export async function ownerOfAddress(
  db: Db,
  { email, manageToken }: { email: string; manageToken: string },
): Promise<SearchOwner & { manageToken: string | null }> {
  const account = await db
    .selectFrom("users")
    .select("id")
    .where("email", "=", email)
    .where("kind", "=", "applicant")
    .where("emailVerifiedAt", "is not", null)
    .where("suspendedAt", "is", null)
    .executeTakeFirst();
  if (account) return { userId: account.id, manageToken: null };
  const address = await upsertAlertAddress(db, { email, manageToken });
  return { alertAddressId: address.id, manageToken: address.manageToken };
}

/** Everything an address asked for, confirmed or not, is gone. */
export async function forgetAlertAddress(db: Db, email: string): Promise<void> {
  await db.deleteFrom("alertRequests").where("email", "=", email).execute();
  await db.deleteFrom("alertAddresses").where("email", "=", email).execute();
}

/**
 * Gives an account the alerts its proven address had without one. A search the account has as well stays the
 * account's, and counts as told of what the address was told of. Within a transaction.
 */
export async function attachAlerts(db: Db, userId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select a.id from alert_addresses as a join users as u on u.email = a.email
    where u.id = ${userId} and u.kind = 'applicant' for update of a`.execute(db);
  const addressId = rows[0]?.id;
  if (addressId === undefined) return;
  await sql`
    insert into saved_search_matches (saved_search_id, job_id, matched_at, digest_id)
    select own.id, m.job_id, m.matched_at, m.digest_id
    from saved_searches as s
    join saved_searches as own on own.user_id = ${userId} and md5(own.params) = md5(s.params)
    join saved_search_matches as m on m.saved_search_id = s.id and m.digest_id is not null
    where s.alert_address_id = ${addressId}
    on conflict (saved_search_id, job_id) do update
    set digest_id = coalesce(saved_search_matches.digest_id, excluded.digest_id)`.execute(db);
  await sql`
    update saved_searches as s set user_id = ${userId}, alert_address_id = null
    where alert_address_id = ${addressId} and not exists (
      select from saved_searches as own where own.user_id = ${userId} and md5(own.params) = md5(s.params))`.execute(
    db,
  );
  await db.deleteFrom("alertAddresses").where("id", "=", addressId).execute();
}
