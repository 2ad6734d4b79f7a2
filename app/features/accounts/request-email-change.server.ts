import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { alreadyRegisteredMail, changeEmailMail, emailChangeNoticeMail } from "./accounts.email.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { issueToken } from "./email-token.server.ts";
import { EVEN_MS, noSoonerThan } from "./no-sooner-than.ts";

interface EmailChange {
  viewer: Viewer;
  email: string;
  password: string;
}

/**
 * Mails a link to the new address and a notice to the old one; nothing changes until the link is used. False: the
 * password is wrong. A taken address gets the same answer, and its owner a mail.
 */
export async function requestEmailChange(
  deps: Deps,
  { viewer, email, password }: EmailChange,
): Promise<boolean> {
  const { userId } = viewer;
  if (!(await confirmPassword(deps, { userId, password }))) return false;
  await spendAttempt(deps, "mail-account", { account: email });
  await noSoonerThan(EVEN_MS, () =>
    deps.db.transaction().execute(async (trx) => {
      const { origin } = deps;
      const owner = await findAccountByEmail(trx, email);
      const notice = { address: viewer.email, origin, newAddress: email };
      await deps.tasks.enqueue(trx, "send-mail", emailChangeNoticeMail(notice));
      if (owner && owner.id !== userId) {
        const mail = alreadyRegisteredMail({ address: owner.email, origin });
        await deps.tasks.enqueue(trx, "send-mail", mail);
        return;
      }
      const token = await issueToken(trx, { userId, email, purpose: "change-email" });
      const mail = changeEmailMail({ address: email, origin, token });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }),
  );
  return true;
}
