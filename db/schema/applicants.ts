import type { Generated, Insertable, Selectable, Updateable } from "kysely";
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
  visibility: Generated<"visible" | "applied-employers" | "hidden">;
  formDraft: JsonColumn<Record<string, string[]> | null>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export type Applicant = Selectable<ApplicantsTable>;
export type NewApplicant = Insertable<ApplicantsTable>;
export type ApplicantUpdate = Updateable<ApplicantsTable>;
