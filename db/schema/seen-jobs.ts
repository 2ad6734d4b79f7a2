import type { Generated } from "kysely";

export interface SeenJobsTable {
  userId: string;
  jobId: string;
  seenAt: Generated<Date>;
}
