import type { Generated } from "kysely";

export interface SavedJobsTable {
  userId: string;
  jobId: string;
  note: Generated<string>;
  createdAt: Generated<Date>;
  /** When this person was told that the job had ended; null until then. */
  toldEndedAt: Date | null;
}
