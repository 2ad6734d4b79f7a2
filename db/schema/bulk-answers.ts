import type { Generated } from "kysely";

export interface BulkAnswersTable {
  /** The key of the form that was sent. */
  id: string;
  jobId: string;
  actorId: string | null;
  kind: "move" | "reject";
  bodyHash: string;
  createdAt: Generated<Date>;
}
