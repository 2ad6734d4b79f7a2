import type { CredentialRule, HeldCredential } from "./credential-rule.ts";
import type { Experience, Requirement } from "./requirement.ts";

/** What the score looks at on the job's side. */
export interface MatchJob {
  requirements: Requirement[];
  credentialRule: CredentialRule;
  preferredCredentials: string[];
  settings: string[];
  specialties: string[];
  workMode: string;
  eligibleStates: string[];
  experienceLevel: string | null;
  acceptsApprentices: boolean;
}

/** What it looks at on the applicant's side: never age, name, photo or home address beyond the state. */
export interface MatchApplicant {
  experience: Experience[];
  credentials: HeldCredential[];
  settings: string[];
  specialties: string[];
  state: string | null;
  eligibleStates: string[];
  experienceLevel: string | null;
}

export type MatchAspect =
  | "must-families"
  | "nice-families"
  | "credentials"
  | "setting"
  | "state"
  | "level";

export type MatchStanding = "covered" | "partly" | "missing" | "not-asked";

/** One line of the ledger: what was asked, what the applicant has, and the points that follow. */
export interface MatchReason {
  aspect: MatchAspect;
  standing: MatchStanding;
  /** "Covers 3 of 4 must-have families; Paravalvular leak closure missing." No subject: both sides read it. */
  sentence: string;
  /** Points of 100, not rounded; `outOf` is 0 where nothing was asked. */
  points: number;
  outOf: number;
  /** For family aspects: one entry per requirement. */
  families?: MatchedFamily[] | undefined;
}

/** One required family as a ledger shows it: named here, so that no page needs the taxonomy to read a match. */
export interface MatchedFamily {
  familyId: string;
  label: string;
  /** "92920–92998". */
  range: string;
  system: string;
  standing: MatchStanding;
  asked: string;
  have: string;
  /** 0–1: how much of what was asked is there. Missing in matches kept before it was recorded. */
  share?: number | undefined;
}

/** What one aspect found: how much of what was asked is there (0–1), and the words for it. */
export type MatchFinding = Pick<MatchReason, "standing" | "sentence" | "families"> & {
  share: number;
};

export interface Match {
  /** 0–100, the rounded sum of the reasons' points. */
  score: number;
  reasons: MatchReason[];
}
