import type { Generated } from "kysely";

export interface JobConfirmLinksTable {
  /** Of the link's secret: whoever reads the table cannot open the link. */
  tokenHash: string;
  jobId: string;
  /** The member it was mailed to. */
  userId: string;
  createdAt: Generated<Date>;
  expiresAt: Date;
}
