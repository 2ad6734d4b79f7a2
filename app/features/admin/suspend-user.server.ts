import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { suspendAccount, unsuspendAccount } from "#db/queries/board-users.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";

interface Suspension {
  adminId: string;
  userId: string;
}

/**
 * Suspends a person: with the commit all their sessions are over, and what they posted is out of every public view (the
 * database's triggers see to that). Administrators are made and ended by a command, so never by this. Doing it twice
 * does it once.
 */
export async function suspendUser(
  { db }: Pick<Deps, "db">,
  { adminId, userId, reason }: Suspension & { reason: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const suspended = await suspendAccount(trx, { userId, reason });
    if (!suspended) {
      throw new DomainError(
        "illegal-move",
        "Nothing was changed: this account is suspended already, or it is an administrator's.",
      );
    }
    const sessions = await deleteSessionsOf(trx, userId);
    await recordAudit(trx, {
      actorId: adminId,
      action: "user-suspended",
      subjectKind: "user",
      subjectId: userId,
      details: { reason, sessions },
    });
  });
}

/** Lets a person in again; what they posted comes back into view as it stands. */
export async function liftSuspension(
  { db }: Pick<Deps, "db">,
  { adminId, userId }: Suspension,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await unsuspendAccount(trx, userId))) return;
    await recordAudit(trx, {
      actorId: adminId,
      action: "user-unsuspended",
      subjectKind: "user",
      subjectId: userId,
    });
  });
}
