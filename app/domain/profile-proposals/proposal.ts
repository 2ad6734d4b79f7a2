import type { CredentialClaim } from "../credential-edit.ts";
import type { EducationEntry, WorkEntry } from "../profile-snapshot.ts";

/** Where a proposal comes from, as the applicant wrote it. */
export interface ProposalSource {
  text: string;
  /** What stands around it: "Seagrape Heart Group, February 2019 until now", "certificates"; "" when nothing does. */
  place: string;
}

/** Experience in a family as a document states it; months are null when it does not say. */
export interface ProposedExperience {
  familyId: string;
  months: number | null;
  lastUsedOn: string | null;
  accuracyPercent: number | null;
}

const PROFILE_TEXTS = ["headline", "about", "city", "state"] as const;
export type ProfileText = (typeof PROFILE_TEXTS)[number];

export const PROFILE_CHOICES = [
  "specialties",
  "settings",
  "workModes",
  "employmentTypes",
  "eligibleStates",
] as const;
export type ProfileChoice = (typeof PROFILE_CHOICES)[number];

type Proposed =
  | { kind: "credential"; value: CredentialClaim }
  | { kind: "family"; value: ProposedExperience }
  | { kind: "software"; value: string }
  | { kind: "work"; value: WorkEntry }
  | { kind: "education"; value: EducationEntry }
  | { kind: "text"; field: ProfileText; value: string }
  | { kind: "choices"; field: ProfileChoice; value: string[] };

export type ProposalKind = Proposed["kind"];

/** Something a document says that could go into the profile; only its owner puts it there. */
export type Proposal = Proposed & {
  /** Unique in its list: "credential-CPC", "work-2". */
  key: string;
  source: ProposalSource;
};
