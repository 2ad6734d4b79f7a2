import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { upsertUnverifiedAccount } from "#db/queries/accounts.ts";
import { findMarkableJob, insertSavedJob } from "#db/queries/job-marks.ts";
import { alreadyRegisteredMail, verifyEmailMail } from "./accounts.email.ts";
import { issueToken } from "./email-token.server.ts";
import { EVEN_MS, noSoonerThan } from "./no-sooner-than.ts";
import type { Onward } from "./onward.ts";

interface SignUp {
  kind: "applicant" | "employer";
  name: string;
  email: string;
  password: string;
  ip: string;
  onward?: Onward;
}

const NOWHERE: Onward = { redirectTo: "", save: "" };

/**
 * Makes an account to be verified, or tells the owner of a taken address by mail. Answers the same either way, in
 * the same time: an address cannot be tested for membership. The job the person came from is saved with it.
 */
export async function signUp(
  deps: Deps,
  { password, ip, onward = NOWHERE, ...person }: SignUp,
): Promise<void> {
  await spendAttempt(deps, "sign-up-ip", { ip });
  await spendAttempt(deps, "mail-account", { account: person.email });
  await noSoonerThan(EVEN_MS, async () => {
    const passwordHash = await hashPassword(password);
    await deps.db.transaction().execute(async (trx) => {
      const { email: address } = person;
      const { origin } = deps;
      const account = await upsertUnverifiedAccount(trx, { ...person, passwordHash });
      if (!account) {
        await deps.tasks.enqueue(trx, "send-mail", alreadyRegisteredMail({ address, origin }));
        return;
      }
      const job = person.kind === "applicant" ? await findMarkableJob(trx, onward.save) : null;
      if (job) await insertSavedJob(trx, { userId: account.id, jobId: job.id });
      const token = await issueToken(trx, {
        userId: account.id,
        email: address,
        purpose: "verify-email",
      });
      await deps.tasks.enqueue(
        trx,
        "send-mail",
        verifyEmailMail({ address, origin, token, onward: onward.redirectTo }),
      );
    });
  });
}
