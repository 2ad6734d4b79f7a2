import type { AuditAction } from "#app/domain/audit.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { holdEmployer, updateEmployerStanding } from "#db/queries/board-employers.ts";
import { listEmployerContacts } from "#db/queries/employer-contacts.ts";
import {
  employerRefusedMail,
  employerSuspendedMail,
  employerVerifiedMail,
} from "./decisions.email.ts";

export type EmployerDecision =
  | { action: "verify" }
  | { action: "refuse"; reason: string }
  | { action: "unverify"; reason: string }
  | { action: "suspend"; reason: string }
  | { action: "lift" };

type HeldEmployer = NonNullable<Awaited<ReturnType<typeof holdEmployer>>>;

const AUDIT: Record<EmployerDecision["action"], AuditAction> = {
  verify: "employer-verified",
  refuse: "employer-refused",
  unverify: "employer-unverified",
  suspend: "employer-suspended",
  lift: "employer-unsuspended",
};

/**
 * Decides over an employer as it was read: with the commit a suspended one's jobs and page are out of every public
 * view. A decision that stands already is not made again. Throws "changed-meanwhile" when the page changed since.
 */
export async function decideEmployer(
  deps: Pick<Deps, "db" | "tasks" | "origin" | "clock">,
  {
    adminId,
    employerId,
    version,
    decision,
  }: { adminId: string; employerId: string; version: number; decision: EmployerDecision },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const employer = await holdEmployer(trx, employerId);
    if (!employer) throw notFoundError();
    if (stands(employer, decision)) return;
    if (employer.version !== version) {
      throw new DomainError(
        "changed-meanwhile",
        "This employer changed after you opened it, so nothing was decided. Read it as it is now.",
      );
    }
    await updateEmployerStanding(trx, employerId, changesOf(decision, deps.clock()));
    await recordAudit(trx, {
      actorId: adminId,
      action: AUDIT[decision.action],
      subjectKind: "employer",
      subjectId: employerId,
      employerId,
      details: "reason" in decision ? { reason: decision.reason } : {},
    });
    const contacts = await listEmployerContacts(trx, { employerId });
    for (const to of contacts) {
      const mail = mailOf(decision, { to, origin: deps.origin, employer });
      if (mail) await deps.tasks.enqueue(trx, "send-mail", mail);
    }
  });
}

function stands(employer: HeldEmployer, { action }: EmployerDecision): boolean {
  switch (action) {
    case "verify":
      return employer.verifiedAt !== null;
    case "unverify":
      return employer.verifiedAt === null;
    case "suspend":
      return employer.suspendedAt !== null;
    case "lift":
      return employer.suspendedAt === null;
    case "refuse":
      return false;
  }
}

function changesOf(decision: EmployerDecision, now: Date) {
  switch (decision.action) {
    case "verify":
      return { verifiedAt: now, verificationRefusedAt: null, verificationRefusal: null };
    case "refuse":
    case "unverify":
      return { verifiedAt: null, verificationRefusedAt: now, verificationRefusal: decision.reason };
    case "suspend":
      return { suspendedAt: now, suspendedReason: decision.reason };
    case "lift":
      return { suspendedAt: null, suspendedReason: null };
  }
}

function mailOf(
  decision: EmployerDecision,
  about: { to: { name: string; address: string }; origin: string; employer: HeldEmployer },
): Mail | null {
  if (decision.action === "verify") return employerVerifiedMail(about);
  if (decision.action === "suspend") {
    return employerSuspendedMail({ ...about, reason: decision.reason });
  }
  if (decision.action !== "refuse") return null;
  return employerRefusedMail({ ...about, reason: decision.reason });
}
