import { randomBytes } from "node:crypto";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findAccountByEmail, upsertUnverifiedAccount } from "#db/queries/accounts.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endAdmin, restoreAdmin } from "#db/queries/board-admins.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { issueToken } from "./email-token.server.ts";

type Given = Pick<Deps, "db" | "origin">;

/**
 * Makes an administrator, or finds the one of this address, and answers a link that sets the password: once, within an
 * hour. Only for a command on the server: no page leads here. Throws "email-taken" when the address is somebody else's.
 */
export async function makeAdmin({ db, origin }: Given, email: string): Promise<{ link: string }> {
  // Nobody knows it: only the link opens the account.
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  const token = await db.transaction().execute(async (trx) => {
    const known = await findAccountByEmail(trx, email);
    if (known && known.kind !== "admin") {
      throw new DomainError(
        "email-taken",
        `There is an ${known.kind} account with that address already; an administrator needs one of their own.`,
      );
    }
    const name = email.split("@")[0] ?? email;
    const made =
      known ?? (await upsertUnverifiedAccount(trx, { email, name, kind: "admin", passwordHash }));
    if (!made) throw new DomainError("email-taken", "Somebody has just taken that address.");
    await restoreAdmin(trx, made.id);
    await recordAudit(trx, {
      actorId: null,
      action: "admin-made",
      subjectKind: "user",
      subjectId: made.id,
    });
    return await issueToken(trx, { userId: made.id, email, purpose: "reset-password" });
  });
  return { link: `${origin}/reset-password/${token}` };
}

/** Ends an administrator: no session of theirs lives on and they cannot log in. False when there is none. */
export async function endAdministrator({ db }: Pick<Deps, "db">, email: string): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const id = await endAdmin(trx, email);
    if (!id) return false;
    await deleteSessionsOf(trx, id);
    await recordAudit(trx, {
      actorId: null,
      action: "admin-ended",
      subjectKind: "user",
      subjectId: id,
    });
    return true;
  });
}
