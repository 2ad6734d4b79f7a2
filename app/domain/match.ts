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
  /** Of the `outOf` points of 100 at stake, those that stay; neither rounded. Both are 0 where nothing was asked. */
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
  /** Points it takes off, not rounded. Missing in matches kept before it was recorded. */
  lost?: number | undefined;
}

/** What one aspect found: the points at stake, those it takes off, and the words for it. */
export type MatchFinding = Pick<MatchReason, "standing" | "sentence" | "families"> & {
  atStake: number;
  lost: number;
};

export interface Match {
  /** 0–100: 100 without what the reasons take off, rounded. */
  score: number;
  reasons: MatchReason[];
}
