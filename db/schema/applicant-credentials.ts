import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type {
  StoredCredentialStatus,
  VerificationMethod,
} from "#app/domain/credential-lifecycle.ts";

export interface ApplicantCredentialsTable {
  id: Generated<string>;
  userId: string;
  code: string;
  issuer: Generated<string>;
  number: Generated<string>;
  earnedOn: string | null;
  expiresOn: string | null;
  /** Expiring and lapsed are never stored: `credentialState` derives them. */
  status: Generated<StoredCredentialStatus>;
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
  /** Counts every change of the claim, its evidence and its standing. */
  version: Generated<number>;
  /** Of an apprentice's: whole months that signed employment letters cover. */
  letterMonths: Generated<number>;
  hasCourse: Generated<boolean>;
  hasPracticode: Generated<boolean>;
}

export type ApplicantCredential = Selectable<ApplicantCredentialsTable>;
export type NewApplicantCredential = Insertable<ApplicantCredentialsTable>;
export type ApplicantCredentialUpdate = Updateable<ApplicantCredentialsTable>;
