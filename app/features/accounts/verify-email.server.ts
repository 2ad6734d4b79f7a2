import { tokenHashOf } from "#app/auth/link-token.ts";
import { type Device, rotateSessions } from "#app/auth/sessions.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { UserKind } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { findAccount, updateEmail } from "#db/queries/accounts.ts";
import { attachAlerts } from "#db/queries/alert-addresses.ts";
import {
  consumeToken,
  endTokens,
  findLiveToken,
  type LiveToken,
} from "#db/queries/email-tokens.ts";
import { LINK_SPENT } from "./link-spent.ts";
import { settleVerified } from "./settle-verified.server.ts";

const PURPOSES = ["verify-email", "change-email"] as const;

/** What a confirmation link is for, without using it; null when it is dead. */
export async function readConfirmation(
  { db }: Pick<Deps, "db">,
  token: string,
): Promise<Pick<LiveToken, "email" | "purpose"> | null> {
  const link = await findLiveToken(db, tokenHashOf(token), PURPOSES);
  return link ? { email: link.email, purpose: link.purpose } : null;
}

/**
 * Uses a confirmation link up: a new account's address, or a new address of an account. The person is signed in
 * afresh; every session they had ends. Throws "token-invalid" or "email-taken".
 */
export async function verifyEmail(
  deps: Deps,
  { token, ...device }: { token: string } & Device,
): Promise<{ setCookie: string; kind: UserKind; purpose: LiveToken["purpose"] }> {
  return await deps.db.transaction().execute(async (trx) => {
    const link = await consumeToken(trx, tokenHashOf(token), PURPOSES);
    const account = link && (await apply(trx, link));
    if (!account) throw new DomainError("token-invalid", LINK_SPENT);
    const setCookie = await rotateSessions({ db: trx, origin: deps.origin }, account.id, device);
    return { setCookie, kind: account.kind, purpose: link.purpose };
  });
}

async function apply(trx: Db, link: LiveToken): Promise<{ id: string; kind: UserKind } | null> {
  if (link.purpose === "verify-email") return await settleVerified(trx, link);
  const account = await findAccount(trx, link.userId);
  if (!account || account.suspendedAt) return null;
  if (!(await updateEmail(trx, account.id, link.email))) {
    throw new DomainError("email-taken", "That address belongs to another account by now.");
  }
  await attachAlerts(trx, account.id);
  // Links mailed to the old address must not open the account any more.
  await endTokens(trx, account.id, ["reset-password", "verify-email"]);
  return account;
}
