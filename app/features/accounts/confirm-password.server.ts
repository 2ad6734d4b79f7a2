import { returnAttempt, spendAttempt } from "#app/auth/login-throttle.server.ts";
import { verifyPassword } from "#app/auth/passwords.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findAccount } from "#db/queries/accounts.ts";

/** Whether this is the person's password, counted like a log-in: a borrowed laptop may not guess for ever. */
export async function confirmPassword(
  deps: Deps,
  { userId, password }: { userId: string; password: string },
): Promise<boolean> {
  const account = await findAccount(deps.db, userId);
  if (!account) return false;
  await spendAttempt(deps, "login-account", { account: account.email });
  const matches = await verifyPassword(account.passwordHash, password);
  if (matches) await returnAttempt(deps, "login-account", { account: account.email });
  return matches;
}
