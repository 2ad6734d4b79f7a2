import type { Generated, Insertable, Selectable, Updateable } from "kysely";
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
}

export type ApplicantCredential = Selectable<ApplicantCredentialsTable>;
export type NewApplicantCredential = Insertable<ApplicantCredentialsTable>;
export type ApplicantCredentialUpdate = Updateable<ApplicantCredentialsTable>;
