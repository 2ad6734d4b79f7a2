import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { VerificationMethod } from "#app/domain/credential-lifecycle.ts";
import type { CredentialStatus } from "#app/domain/credential-rule.ts";

export interface ApplicantCredentialsTable {
  id: Generated<string>;
  userId: string;
  code: string;
  issuer: Generated<string>;
  number: Generated<string>;
  earnedOn: string | null;
  expiresOn: string | null;
  status: Generated<CredentialStatus>;
  position: number;
  evidenceFileId: string | null;
  evidenceUploadedAt: Date | null;
  verifiedMethod: VerificationMethod | null;
  /** The administrator; null once that account is gone. */
  verifiedBy: string | null;
  verifiedAt: Date | null;
  refusedAt: Date | null;
  refusal: string | null;
  revokedAt: Date | null;
  revocation: string | null;
}

export type ApplicantCredential = Selectable<ApplicantCredentialsTable>;
export type NewApplicantCredential = Insertable<ApplicantCredentialsTable>;
export type ApplicantCredentialUpdate = Updateable<ApplicantCredentialsTable>;
