import type { Generated } from "kysely";

/** The last time an employer was asked whether a published job is still open. */
export interface StillHiringAsksTable {
  jobId: string;
  /** The question is open while this is later than the job's `confirmedAt`. */
  askedAt: Generated<Date>;
  remindedAt: Date | null;
}
