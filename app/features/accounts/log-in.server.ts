import { returnAttempt, spendAttempt } from "#app/auth/login-throttle.server.ts";
import { verifyPassword } from "#app/auth/passwords.server.ts";
import { type Device, endSession, startSession } from "#app/auth/sessions.server.ts";
import type { UserKind } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";

interface LogIn extends Device {
  email: string;
  password: string;
  /** Of the request: a session the browser already has ends. */
  cookieHeader: string | null;
}

export type LogInResult =
  | { outcome: "in"; setCookie: string; kind: UserKind; userId: string }
  | { outcome: "wrong" }
  | { outcome: "unverified" }
  /** `reason` in the words of whoever suspended the account; "" for none. */
  | { outcome: "suspended"; reason: string };

/**
 * Checks a password and opens a fresh session. An unknown address and a wrong password look alike; only who knows the
 * password learns of a suspension.
 */
export async function logIn(
  deps: Deps,
  { email, password, cookieHeader, ...device }: LogIn,
): Promise<LogInResult> {
  const { ip } = device;
  await spendAttempt(deps, "login-account", { account: email });
  await spendAttempt(deps, "login-ip", { ip });
  const account = await findAccountByEmail(deps.db, email);
  const matches = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !matches) return { outcome: "wrong" };
  await returnAttempt(deps, "login-ip", { ip });
  await returnAttempt(deps, "login-account", { account: email });
  if (account.suspendedAt) return { outcome: "suspended", reason: account.suspendedReason ?? "" };
  if (!account.emailVerifiedAt) return { outcome: "unverified" };
  await endSession(deps, cookieHeader);
  const setCookie = await startSession(deps, account.id, device);
  return { outcome: "in", setCookie, kind: account.kind, userId: account.id };
}
