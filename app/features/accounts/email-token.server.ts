import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#db/client.ts";
import { type LiveToken, replaceToken, type TokenPurpose } from "#db/queries/email-tokens.ts";

const HOURS: Record<TokenPurpose, number> = {
  "verify-email": 24,
  "change-email": 24,
  "reset-password": 1,
};

/** What the database knows a link by: whoever reads the table cannot open the link. */
export const tokenHashOf = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** Makes the secret of a mailed link; the person's older links of that purpose end. */
export async function issueToken(trx: Db, link: LiveToken): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await replaceToken(trx, { ...link, tokenHash: tokenHashOf(token), hours: HOURS[link.purpose] });
  return token;
}
