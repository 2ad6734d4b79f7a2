import { VERIFICATION_METHODS } from "#app/domain/credential-lifecycle.ts";
import { CREDENTIAL_STATUS_LABELS } from "#app/domain/credential-rule.ts";
import { CREDENTIALS } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findCredentialForBoard } from "#db/queries/board-credentials.ts";
import { issuerCheckOf } from "./issuer-check.ts";

/** A credential with what its verification is decided by; null for an unknown id. */
export async function readCredentialForBoard({ db }: Pick<Deps, "db">, id: string) {
  const row = await findCredentialForBoard(db, id);
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    name: CREDENTIALS.find(({ code }) => code === row.code)?.name ?? "",
    issuer: row.issuer,
    number: row.number,
    earnedOn: row.earnedOn?.slice(0, 7) ?? null,
    expiresOn: row.expiresOn,
    holder: { id: row.userId, name: row.name, email: row.email },
    status: row.status,
    stateLabel: CREDENTIAL_STATUS_LABELS[row.state],
    check: issuerCheckOf(row.code),
    evidence:
      row.evidenceUploadedAt && row.evidenceType
        ? {
            kind: row.evidenceType === "application/pdf" ? "PDF" : "Picture",
            uploadedAt: row.evidenceUploadedAt.toISOString(),
          }
        : null,
    verified: row.verifiedAt &&
      row.verifiedMethod && {
        at: row.verifiedAt.toISOString(),
        method: VERIFICATION_METHODS[row.verifiedMethod],
        by: row.verifierName ?? "an account that is gone",
      },
    refused: row.refusedAt && { at: row.refusedAt.toISOString(), reason: row.refusal },
    revoked: row.revokedAt && { at: row.revokedAt.toISOString(), reason: row.revocation },
  };
}

export type BoardCredential = NonNullable<Awaited<ReturnType<typeof readCredentialForBoard>>>;
