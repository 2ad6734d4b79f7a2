import type { Generated } from "kysely";

export interface HiddenJobsTable {
  userId: string;
  jobId: string;
  createdAt: Generated<Date>;
}
