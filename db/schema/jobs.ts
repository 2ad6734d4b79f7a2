import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { CredentialRule } from "#app/domain/credential-rule.ts";
import type { CloseReason, JobStatus, PauseReason } from "#app/domain/job-lifecycle.ts";
import type { KnockOuts } from "#app/domain/knock-outs.ts";
import type { PayType } from "#app/domain/pay.ts";
import type { ScreeningQuestion } from "#app/domain/screening.ts";
import type { JsonColumn } from "./json-column.ts";

export interface JobsTable {
  id: Generated<string>;
  slug: string;
  employerId: string;
  createdBy: string | null;
  /** What an imported file knows the job by; one job of an employer each, whatever else shares its reference. */
  importKey: string | null;
  status: Generated<JobStatus>;
  version: Generated<number>;
  title: Generated<string>;
  role: string | null;
  specialty: string | null;
  otherSpecialties: Generated<string[]>;
  settings: Generated<string[]>;
  employmentType: string | null;
  schedule: string | null;
  workMode: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  stateRule: string | null;
  listedStates: Generated<string[]>;
  /** Where a coder may live, resolved from the state rule (for on-site work: the job's own state). */
  eligibleStates: Generated<string[]>;
  payType: PayType | null;
  payMin: number | null;
  payMax: number | null;
  payNote: Generated<string>;
  guaranteedHourly: number | null;
  /** USD per hour, normalised by `hourlyRange`; null where the pay type has no hourly meaning. */
  hourlyMin: number | null;
  hourlyMax: number | null;
  experienceLevel: string | null;
  minMonths: number | null;
  acceptsApprentices: Generated<boolean>;
  credentialRule: JsonColumn<CredentialRule>;
  preferredCredentials: Generated<string[]>;
  software: Generated<string[]>;
  productionUnit: string | null;
  productionTarget: number | null;
  accuracyMetric: string | null;
  accuracyMin: number | null;
  description: Generated<string>;
  /** Calendar date in the employer's words, "YYYY-MM-DD". */
  closesOn: string | null;
  replyByDays: number | null;
  screeningQuestions: JsonColumn<ScreeningQuestion[]>;
  knockOuts: JsonColumn<KnockOuts>;
  /** What was typed but did not yet validate, so that a draft never loses a keystroke. */
  formDraft: JsonColumn<Record<string, string[]> | null>;
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  expiresAt: Date | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  /** The employer's own number for the job. */
  reference: string | null;
  /** The run this one follows. */
  repostOfId: string | null;
  /** When it was made public again, as a repost or by renewal; null on a first run. */
  repostedAt: Date | null;
  /** When a scheduled job goes public. */
  publishAt: Date | null;
  scheduledBy: string | null;
  /** Counts only while paused; null when a member paused it. */
  pauseReason: PauseReason | null;
  /** Out of view because its employer, all owners or its author are suspended; kept by triggers. */
  hiddenAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export type Job = Selectable<JobsTable>;
export type NewJob = Insertable<JobsTable>;
export type JobUpdate = Updateable<JobsTable>;
