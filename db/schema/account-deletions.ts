import type { Generated } from "kysely";
import type { Applicant } from "./applicants.ts";

/** Accounts in their days of grace. */
export interface AccountDeletionsTable {
  userId: string;
  requestedAt: Generated<Date>;
  deleteAfter: Date;
  /** Of an applicant's profile, to go back to. */
  visibilityBefore: Applicant["visibility"] | null;
}
