/** A job's requirement: a code family, how much it matters, and the least experience asked for. */
export type RequirementLevel = "must" | "nice";

export interface Requirement {
  familyId: string;
  level: RequirementLevel;
  /** Months of experience asked for; 0 = any. */
  minMonths: number;
}

/** An applicant's experience in one code family. */
export interface Experience {
  familyId: string;
  months: number;
  /** "YYYY-MM-DD" (the day is always 01), or null when not stated. */
  lastUsedOn: string | null;
  accuracyPercent: number | null;
  volume: number | null;
  volumeUnit: string | null;
}

/** "3 years", "18 months", "1 year 6 months", "any experience". */
export function formatMonths(months: number): string {
  if (months <= 0) return "any experience";
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const yearPart = years === 1 ? "1 year" : `${years} years`;
  const monthPart = rest === 1 ? "1 month" : `${rest} months`;
  if (years === 0) return monthPart;
  return rest === 0 ? yearPart : `${yearPart} ${monthPart}`;
}
