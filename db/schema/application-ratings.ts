import type { Generated } from "kysely";

export interface ApplicationRatingsTable {
  applicationId: string;
  userId: string;
  /** 1–5. */
  score: number;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}
