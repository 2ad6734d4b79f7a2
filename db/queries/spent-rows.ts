import { sql } from "kysely";
import type { Db } from "#db/client.ts";

// Each deletes at most `limit` rows, so that none holds locks for long, and answers how many.

export async function deleteExpiredSessions(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from sessions where id in (select id from sessions where expires_at < now() limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Links that were used or ran out more than a day ago: until then they can still say why they fail. */
export async function deleteSpentTokens(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from email_tokens where token_hash in (
      select token_hash from email_tokens
      where expires_at < now() - interval '1 day' or used_at < now() - interval '1 day' limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Invitations answered, revoked or run out a month ago: the addresses in them are nobody's business by then. */
export async function deleteOldInvitations(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from employer_invitations where id in (
      select id from employer_invitations
      where expires_at < now() - interval '30 days' or accepted_at < now() - interval '30 days'
        or revoked_at < now() - interval '30 days' limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** A form that has been open for two days gets no second answer. */
export async function deleteOldIdempotencyKeys(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from idempotency_keys where (key, user_id) in (
      select key, user_id from idempotency_keys where created_at < now() - interval '2 days' limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

export async function deleteSpentThrottles(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from throttles where key in (
      select key from throttles where expire < extract(epoch from now()) * 1000 limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}
