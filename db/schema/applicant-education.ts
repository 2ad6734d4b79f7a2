import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface ApplicantEducationTable {
  id: Generated<string>;
  userId: string;
  institution: string;
  study: Generated<string>;
  level: string | null;
  finishedYear: number | null;
  position: number;
}

export type ApplicantEducation = Selectable<ApplicantEducationTable>;
export type NewApplicantEducation = Insertable<ApplicantEducationTable>;
export type ApplicantEducationUpdate = Updateable<ApplicantEducationTable>;
