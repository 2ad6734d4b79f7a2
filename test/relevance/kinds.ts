import kinds from "./kinds.json" with { type: "json" };

/** A kind of coding job as employers post it: what is the same in all its postings. */
export interface JobKind {
  /** How employers write its title; `{level}` is a grade before it, if any. */
  titles: readonly string[];
  role: string;
  specialty: string;
  otherSpecialties?: readonly string[];
  settings: readonly string[];
  /** Must-have families. */
  families: readonly string[];
  /** Credential rules, one of which a posting states. */
  rules: readonly (readonly (readonly string[])[])[];
  /** A sentence of its description. */
  about: string;
}

export const JOB_KINDS: readonly JobKind[] = kinds;
