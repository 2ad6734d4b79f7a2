import type { Generated } from "kysely";

export interface StoppedMailsTable {
  userId: string;
  /** The optional mail's name ("draft-reminder"). */
  mail: string;
  createdAt: Generated<Date>;
}
