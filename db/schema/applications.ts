import type { ColumnType, Generated, Insertable, Selectable, Updateable } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Lack } from "#app/domain/knock-outs.ts";
import type { MatchReason } from "#app/domain/match.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { ScreeningAnswer } from "#app/domain/screening.ts";
import type { JsonColumn } from "./json-column.ts";

type Computed<Value> = ColumnType<Value, never, never>;

export interface ApplicationsTable {
  id: Generated<string>;
  jobId: string;
  applicantId: string;
  stage: Generated<ApplicationStage>;
  version: Generated<number>;
  coverNote: Generated<string>;
  /** The profile as it was sent; blanked when the applicant withdraws. */
  snapshot: JsonColumn<ProfileSnapshot | null>;
  resumeFileId: string | null;
  resumeFilename: string | null;
  matchScore: number;
  matchReasons: JsonColumn<MatchReason[]>;
  screeningAnswers: JsonColumn<ScreeningAnswer[]>;
  /** Where the profile, as it was sent, did not meet what the job insisted on. */
  knockOutFlags: JsonColumn<Lack[]>;
  rejectReason: string | null;
  submittedAt: Generated<Date>;
  stageChangedAt: Generated<Date>;
  replyBy: Date | null;
  firstReplyAt: Date | null;
  /** When the promised day passed without an answer; the database blanks it with the answer. */
  unansweredAt: Date | null;
  /** When the employer was reminded of the promise. */
  replyWarnedAt: Date | null;
  withdrawnAt: Date | null;
  /** When the last word about the person went; null while anything is kept. */
  blankedAt: Date | null;
  /** Of the snapshot, lower case; null once withdrawn. Written by the database, as the three below it. */
  applicantName: Computed<string | null>;
  applicantState: Computed<string | null>;
  credentialCodes: Computed<string[] | null>;
  familyIds: Computed<string[] | null>;
  /** Mean of the members' ratings, 1–5; null without any. */
  ratingAverage: Computed<number | null>;
}

export type Application = Selectable<ApplicationsTable>;
export type NewApplication = Insertable<ApplicationsTable>;
export type ApplicationUpdate = Updateable<ApplicationsTable>;
