import type { AuditAction } from "#app/domain/audit.ts";
import {
  requireCredentialStatus,
  type StoredCredentialStatus,
  type VerificationMethod,
} from "#app/domain/credential-lifecycle.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findUserAddress } from "#db/queries/accounts.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { holdCredential, updateCredential } from "#db/queries/credentials.ts";
import type { ApplicantCredentialUpdate } from "#db/schema/applicant-credentials.ts";
import {
  credentialRefusedMail,
  credentialRevokedMail,
  credentialVerifiedMail,
} from "./credential-decisions.email.ts";

export type CredentialDecision =
  | { action: "verify"; method: VerificationMethod }
  | { action: "refuse"; reason: string }
  | { action: "revoke"; reason: string };

const AUDIT: Record<CredentialDecision["action"], AuditAction> = {
  verify: "credential-verified",
  refuse: "credential-refused",
  revoke: "credential-revoked",
};

const MAILS = {
  verify: credentialVerifiedMail,
  refuse: credentialRefusedMail,
  revoke: credentialRevokedMail,
};

/**
 * Decides over a credential as it was read (`version`); its holder is told by mail. A decision that stands already is
 * not made again. Throws `DomainError`: "not-found", "changed-meanwhile" when the claim or its standing changed since,
 * "illegal-move" where the lifecycle does not allow it.
 */
export async function decideCredential(
  deps: Pick<Deps, "db" | "tasks" | "origin" | "clock">,
  {
    adminId,
    credentialId,
    version,
    decision,
  }: { adminId: string; credentialId: string; version: number; decision: CredentialDecision },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const credential = await holdCredential(trx, { id: credentialId });
    if (!credential) throw notFoundError();
    if (stands(credential, decision)) return;
    if (credential.version !== version) {
      throw new DomainError(
        "changed-meanwhile",
        "This credential changed after you opened it, so nothing was decided. Read it as it is now.",
      );
    }
    const status = requireCredentialStatus(credential.status, decision.action);
    await updateCredential(trx, credentialId, {
      status,
      ...changesOf(decision, { adminId, now: deps.clock() }),
    });
    await recordAudit(trx, {
      actorId: adminId,
      action: AUDIT[decision.action],
      subjectKind: "credential",
      subjectId: credentialId,
      details: {
        code: credential.code,
        ...("reason" in decision ? { reason: decision.reason } : { method: decision.method }),
      },
    });
    const to = await findUserAddress(trx, credential.userId);
    if (!to) return;
    const mail = MAILS[decision.action]({
      to,
      origin: deps.origin,
      code: credential.code,
      reason: "reason" in decision ? decision.reason : "",
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}

const STANDING: Partial<Record<CredentialDecision["action"], StoredCredentialStatus>> = {
  verify: "verified",
  revoke: "revoked",
};

const stands = (
  credential: { status: StoredCredentialStatus; refusedAt: Date | null },
  { action }: CredentialDecision,
): boolean =>
  action === "refuse"
    ? credential.status === "self-reported" && credential.refusedAt !== null
    : credential.status === STANDING[action];

function changesOf(
  decision: CredentialDecision,
  { adminId, now }: { adminId: string; now: Date },
): ApplicantCredentialUpdate {
  switch (decision.action) {
    case "verify":
      return {
        verifiedMethod: decision.method,
        verifiedBy: adminId,
        verifiedAt: now,
        refusedAt: null,
        refusal: null,
      };
    case "refuse":
      return { refusedAt: now, refusal: decision.reason };
    case "revoke":
      return { revokedAt: now, revocation: decision.reason };
  }
}
