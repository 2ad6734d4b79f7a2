import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { resetPasswordMail } from "./accounts.email.ts";
import { issueToken } from "./email-token.server.ts";
import { EVEN_MS, noSoonerThan } from "./no-sooner-than.ts";

/** Mails a link to choose a new password if the address has an account; the same answer if not. */
export async function requestPasswordReset(
  deps: Deps,
  { email, ip }: { email: string; ip: string },
): Promise<void> {
  await spendAttempt(deps, "mail-ip", { ip });
  await spendAttempt(deps, "mail-account", { account: email });
  await noSoonerThan(EVEN_MS, () =>
    deps.db.transaction().execute(async (trx) => {
      const account = await findAccountByEmail(trx, email);
      if (!account || account.suspendedAt) return;
      const { id: userId, email: address } = account;
      const token = await issueToken(trx, { userId, email: address, purpose: "reset-password" });
      const mail = resetPasswordMail({ address, origin: deps.origin, token });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }),
  );
}
