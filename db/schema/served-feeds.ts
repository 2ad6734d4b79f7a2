import type { Generated } from "kysely";

/** How many jobs each feed held when it was last served. */
export interface ServedFeedsTable {
  feed: string;
  jobs: number;
  servedAt: Generated<Date>;
}
