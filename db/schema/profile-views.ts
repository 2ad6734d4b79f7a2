import type { Generated } from "kysely";

export interface ProfileViewsTable {
  userId: string;
  employerId: string;
  /** "YYYY-MM-DD", UTC. */
  viewedOn: string;
  viewedAt: Generated<Date>;
  resumeOpenedAt: Date | null;
}
