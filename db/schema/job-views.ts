import type { Generated } from "kysely";
import type { ViewSource } from "#app/domain/view-source.ts";

export interface ViewSaltsTable {
  /** "YYYY-MM-DD", UTC. */
  day: string;
  salt: Buffer;
}

/** One viewer of a job on one day, for a week. */
export interface JobViewersTable {
  jobId: string;
  day: string;
  viewer: Buffer;
  source: ViewSource;
  views: number;
  /** They opened the form to apply. */
  started: Generated<boolean>;
}

/** What is left of the viewers of a day after a week. */
export interface JobViewDaysTable {
  jobId: string;
  day: string;
  source: ViewSource;
  views: number;
  viewers: number;
  starts: number;
}
