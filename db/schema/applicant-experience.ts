import type { Insertable, Selectable, Updateable } from "kysely";

export interface ApplicantExperienceTable {
  userId: string;
  familyId: string;
  months: number;
  /** "YYYY-MM-DD"; the day is always 01. */
  lastUsedOn: string | null;
  accuracyPercent: number | null;
  volume: number | null;
  volumeUnit: string | null;
  position: number;
}

export type ApplicantExperience = Selectable<ApplicantExperienceTable>;
export type NewApplicantExperience = Insertable<ApplicantExperienceTable>;
export type ApplicantExperienceUpdate = Updateable<ApplicantExperienceTable>;
