import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import type { EmailToken } from "#db/schema/email-tokens.ts";

export type TokenPurpose = EmailToken["purpose"];

export interface LiveToken {
  userId: string;
  email: string;
  purpose: TokenPurpose;
}

interface NewToken extends LiveToken {
  tokenHash: string;
  /** Hours until the link is of no use. */
  hours: number;
}

/** Adds a link's token and ends the person's older ones of that purpose: only the newest mail works. */
export async function replaceToken(db: Db, { hours, ...token }: NewToken): Promise<void> {
  await endTokens(db, token.userId, [token.purpose]);
  await db
    .insertInto("emailTokens")
    .values({ ...token, expiresAt: sql<Date>`now() + make_interval(hours => ${hours})` })
    .execute();
}

/** Makes a person's unused links of these purposes useless. */
export async function endTokens(
  db: Db,
  userId: string,
  purposes: readonly TokenPurpose[],
): Promise<void> {
  await db
    .updateTable("emailTokens")
    .set({ usedAt: sql<Date>`now()` })
    .where("userId", "=", userId)
    .where("purpose", "in", purposes)
    .where("usedAt", "is", null)
    .execute();
}

/** What a link would do, without using it; undefined when it was used, ran out or never was. */
export async function findLiveToken(
  db: Db,
  tokenHash: string,
  purposes: readonly TokenPurpose[],
): Promise<LiveToken | undefined> {
  return await db
    .selectFrom("emailTokens")
    .select(["userId", "email", "purpose"])
    .where("tokenHash", "=", tokenHash)
    .where("purpose", "in", purposes)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
}

/** Uses a link up; of any number of callers at once exactly one gets it. */
export async function consumeToken(
  db: Db,
  tokenHash: string,
  purposes: readonly TokenPurpose[],
): Promise<LiveToken | undefined> {
  return await db
    .updateTable("emailTokens")
    .set({ usedAt: sql<Date>`now()` })
    .where("tokenHash", "=", tokenHash)
    .where("purpose", "in", purposes)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning(["userId", "email", "purpose"])
    .executeTakeFirst();
}
