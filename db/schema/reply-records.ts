import type { Generated } from "kysely";

/** What `reply-clock.ts` says of each employer, counted by the worker. */
export interface ReplyRecordsTable {
  employerId: string;
  counted: Generated<number>;
  answered: Generated<number>;
  medianSeconds: number | null;
  refreshedAt: Generated<Date>;
}

/** Employers whose record may have changed since it was counted; one row a change. */
export interface StaleReplyRecordsTable {
  id: Generated<string>;
  employerId: string;
}
