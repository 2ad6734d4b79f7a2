import { tokenHashOf } from "#app/auth/link-token.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { type Device, rotateSessions } from "#app/auth/sessions.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { UserKind } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { updatePasswordHash } from "#db/queries/accounts.ts";
import { consumeToken, endTokens, findLiveToken } from "#db/queries/email-tokens.ts";
import { passwordChangedMail } from "./accounts.email.ts";
import { LINK_SPENT } from "./link-spent.ts";
import { settleVerified } from "./settle-verified.server.ts";

/** Whose password a link would set, without using it; null when it is dead. */
export async function readReset({ db }: Pick<Deps, "db">, token: string): Promise<string | null> {
  const link = await findLiveToken(db, tokenHashOf(token), ["reset-password"]);
  return link?.email ?? null;
}

/**
 * Sets a new password by a mailed link: every session ends and a fresh one opens. The link proves the address
 * too. Throws "token-invalid" for a link that was used, ran out or never was.
 */
export async function resetPassword(
  deps: Deps,
  { token, password, ...device }: { token: string; password: string } & Device,
): Promise<{ setCookie: string; kind: UserKind }> {
  const passwordHash = await hashPassword(password);
  return await deps.db.transaction().execute(async (trx) => {
    const link = await consumeToken(trx, tokenHashOf(token), ["reset-password"]);
    const account = link && (await settleVerified(trx, link));
    if (!account) throw new DomainError("token-invalid", LINK_SPENT);
    await updatePasswordHash(trx, account.id, passwordHash);
    await endTokens(trx, account.id, ["reset-password", "change-email", "verify-email"]);
    const notice = passwordChangedMail({ address: link.email, origin: deps.origin });
    await deps.tasks.enqueue(trx, "send-mail", notice);
    const setCookie = await rotateSessions({ db: trx, origin: deps.origin }, account.id, device);
    return { setCookie, kind: account.kind };
  });
}
