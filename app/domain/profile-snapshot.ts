import type { CredentialStatus } from "./credential-rule.ts";
import type { PayType } from "./pay.ts";
import type { Experience } from "./requirement.ts";

export interface WorkEntry {
  employer: string;
  title: string;
  setting: string | null;
  startedOn: string | null;
  /** null = present. */
  endedOn: string | null;
  summary: string;
}

export interface EducationEntry {
  institution: string;
  study: string;
  level: string | null;
  finishedYear: number | null;
}

export interface CredentialEntry {
  code: string;
  issuer: string;
  /** Never shown to employers: a member number unlocks the coder's record. */
  number: string;
  earnedOn: string | null;
  expiresOn: string | null;
  status: CredentialStatus;
  /** The day the board verified it; null (or absent from old snapshots) when it did not. */
  verifiedOn?: string | null;
}

/** An applicant's profile as a value: what the editor edits and what an application freezes. */
export interface ProfileSnapshot {
  name: string;
  email: string;
  headline: string;
  about: string;
  city: string | null;
  state: string | null;
  eligibleStates: string[];
  workModes: string[];
  employmentTypes: string[];
  payWishedType: PayType | null;
  payWishedMin: number | null;
  experienceLevel: string | null;
  available: string;
  specialties: string[];
  settings: string[];
  software: string[];
  experience: Experience[];
  credentials: CredentialEntry[];
  work: WorkEntry[];
  education: EducationEntry[];
}
