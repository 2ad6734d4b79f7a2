import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface ApplicantWorkTable {
  id: Generated<string>;
  userId: string;
  employer: string;
  title: string;
  setting: string | null;
  startedOn: string | null;
  endedOn: string | null;
  summary: Generated<string>;
  position: number;
}

export type ApplicantWork = Selectable<ApplicantWorkTable>;
export type NewApplicantWork = Insertable<ApplicantWorkTable>;
export type ApplicantWorkUpdate = Updateable<ApplicantWorkTable>;
