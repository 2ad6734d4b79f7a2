import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/client.ts";

const hashOf = (email: RawBuilder<unknown>) =>
  sql`encode(sha256(convert_to(lower(trim(${email}::text)), 'UTF8')), 'hex')`;

/** As a condition: whether this address said that it never wants an alert again. */
export const isSuppressed = (email: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from alert_suppressions where email_hash = ${hashOf(email)})`;

/** Never sends this address an alert again; its own account alone may take that back. */
export async function suppressAddress(db: Db, email: string): Promise<void> {
  await sql`insert into alert_suppressions (email_hash) values (${hashOf(sql`${email}`)})
    on conflict do nothing`.execute(db);
}

/** Takes it back; for the person of this account, who proved the address theirs. */
export async function liftSuppression(db: Db, userId: string): Promise<void> {
  await sql`delete from alert_suppressions using users
    where users.id = ${userId} and email_hash = ${hashOf(sql`users.email`)}`.execute(db);
}

/** Whether the address of this account said that it never wants an alert again. */
export async function isAccountSuppressed(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql<{ suppressed: boolean }>`
    select ${isSuppressed(sql`email`)} as suppressed from users where id = ${userId}`.execute(db);
  return rows[0]?.suppressed ?? false;
}

/** Whether this address said that it never wants an alert again. */
export async function wantsNoAlerts(db: Db, email: string): Promise<boolean> {
  const { rows } = await sql<{ suppressed: boolean }>`
    select ${isSuppressed(sql`${email}`)} as suppressed`.execute(db);
  return rows[0]?.suppressed ?? false;
}
