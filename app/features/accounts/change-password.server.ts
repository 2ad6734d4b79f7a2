import { hashPassword } from "#app/auth/passwords.server.ts";
import { type Device, rotateSessions } from "#app/auth/sessions.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { updatePasswordHash } from "#db/queries/accounts.ts";
import { endTokens } from "#db/queries/email-tokens.ts";
import { passwordChangedMail } from "./accounts.email.ts";
import { confirmPassword } from "./confirm-password.server.ts";

interface ChangePassword extends Device {
  viewer: Viewer;
  currentPassword: string;
  newPassword: string;
}

/** Sets a new password; every session ends and this device gets a fresh one. Null: the current one is wrong. */
export async function changePassword(
  deps: Deps,
  { viewer, currentPassword, newPassword, ...device }: ChangePassword,
): Promise<{ setCookie: string } | null> {
  const { userId, email: address } = viewer;
  if (!(await confirmPassword(deps, { userId, password: currentPassword }))) return null;
  const passwordHash = await hashPassword(newPassword);
  return await deps.db.transaction().execute(async (trx) => {
    await updatePasswordHash(trx, userId, passwordHash);
    await endTokens(trx, userId, ["reset-password", "change-email"]);
    const notice = passwordChangedMail({ address, origin: deps.origin });
    await deps.tasks.enqueue(trx, "send-mail", notice);
    return { setCookie: await rotateSessions({ db: trx, origin: deps.origin }, userId, device) };
  });
}
