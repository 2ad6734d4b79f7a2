import { freshToken, tokenHashOf } from "#app/auth/link-token.ts";
import type { Db } from "#db/client.ts";
import { type LiveToken, replaceToken, type TokenPurpose } from "#db/queries/email-tokens.ts";

const HOURS: Record<TokenPurpose, number> = {
  "verify-email": 24,
  "change-email": 24,
  "reset-password": 1,
};

/** Makes the secret of a mailed link; the person's older links of that purpose end. */
export async function issueToken(trx: Db, link: LiveToken): Promise<string> {
  const token = freshToken();
  await replaceToken(trx, { ...link, tokenHash: tokenHashOf(token), hours: HOURS[link.purpose] });
  return token;
}
