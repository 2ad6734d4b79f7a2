import type { Generated, Insertable, Selectable } from "kysely";
import type { ReportOutcome, ReportReason } from "#app/domain/job-report.ts";

export interface JobReportsTable {
  id: Generated<string>;
  jobId: string;
  reporterId: string | null;
  /** SHA-256 over the job and the person, or the address of somebody without an account: what counts them once. */
  reporterHash: string;
  reason: ReportReason;
  words: Generated<string>;
  createdAt: Generated<Date>;
  settledAt: Date | null;
  settledBy: string | null;
  outcome: ReportOutcome | null;
}

export type JobReport = Selectable<JobReportsTable>;
export type NewJobReport = Insertable<JobReportsTable>;
