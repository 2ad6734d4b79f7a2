import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { CoderVisibility } from "#app/domain/coder-visibility.ts";
import type { PayType } from "#app/domain/pay.ts";
import type { JsonColumn } from "./json-column.ts";

export interface ApplicantsTable {
  userId: string;
  version: Generated<number>;
  headline: Generated<string>;
  about: Generated<string>;
  city: string | null;
  state: string | null;
  zip: string | null;
  eligibleStates: Generated<string[]>;
  workModes: Generated<string[]>;
  employmentTypes: Generated<string[]>;
  payWishedType: PayType | null;
  payWishedMin: number | null;
  experienceLevel: string | null;
  available: Generated<string>;
  specialties: Generated<string[]>;
  settings: Generated<string[]>;
  software: Generated<string[]>;
  visibility: Generated<CoderVisibility>;
  /** Employers see no name and nothing in the person's own words until the person agrees. */
  anonymous: Generated<boolean>;
  /** Of the page employers see; never the user's id. */
  publicId: Generated<string>;
  formDraft: JsonColumn<Record<string, string[]> | null>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export type Applicant = Selectable<ApplicantsTable>;
export type NewApplicant = Insertable<ApplicantsTable>;
export type ApplicantUpdate = Updateable<ApplicantsTable>;
