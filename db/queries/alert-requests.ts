import { sql } from "kysely";
import { KEPT_DAYS } from "#app/domain/retention.ts";
import type { Db } from "#db/client.ts";
import type { AlertRequestsTable } from "#db/schema/alert-addresses.ts";

export type AlertRequest = Pick<AlertRequestsTable, "email" | "params" | "asks" | "frequency">;

const REQUEST = ["email", "params", "asks", "frequency"] as const;

/** Notes alerts asked for; asking again for the same search makes the older link useless. */
export async function upsertAlertRequest(
  db: Db,
  request: AlertRequest & { tokenHash: string },
): Promise<void> {
  const { email, params, asks, frequency, tokenHash } = request;
  await sql`
    insert into alert_requests (email, params, asks, frequency, token_hash)
    values (${email}, ${params}, ${asks}, ${frequency}, ${tokenHash})
    on conflict (email, md5(params)) do update
    set asks = excluded.asks, frequency = excluded.frequency, token_hash = excluded.token_hash, created_at = now()`.execute(
    db,
  );
}

const isLive = sql<boolean>`created_at > now() - make_interval(days => ${KEPT_DAYS.alertRequest})`;

/** What a link would confirm, without using it; null when it was used, ran out or never was. */
export async function findAlertRequest(db: Db, tokenHash: string): Promise<AlertRequest | null> {
  const row = await db
    .selectFrom("alertRequests")
    .select(REQUEST)
    .where("tokenHash", "=", tokenHash)
    .where(isLive)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a link up; of any number of callers at once exactly one gets it. */
export async function takeAlertRequest(db: Db, tokenHash: string): Promise<AlertRequest | null> {
  const row = await db
    .deleteFrom("alertRequests")
    .where("tokenHash", "=", tokenHash)
    .where(isLive)
    .returning(REQUEST)
    .executeTakeFirst();
  return row ?? null;
}
