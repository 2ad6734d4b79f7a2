import type { ColumnType, Generated } from "kysely";
import type { JsonColumn } from "./json-column.ts";

export interface SavedSearchesTable {
  id: Generated<string>;
  userId: string;
  /** The search as its URL states it. */
  params: string;
  /** What it asks, in words. */
  asks: string;
  frequency: "instant" | "daily" | "weekly";
  status: Generated<"active" | "paused" | "deleted">;
  /** A job must have one term of each. */
  conditions: JsonColumn<string[][]>;
  words: ColumnType<string | null, never, never>;
  latitude: number | null;
  longitude: number | null;
  radius: number | null;
  payMin: number | null;
  postedWithin: number | null;
  withHidden: boolean;
  feedToken: string | null;
  stopToken: string;
  createdAt: Generated<Date>;
}

export interface SavedSearchTermsTable {
  term: string;
  savedSearchId: string;
}

export interface UnmatchedJobsTable {
  jobId: string;
  queuedAt: Generated<Date>;
}

export interface SavedSearchMatchesTable {
  savedSearchId: string;
  jobId: string;
  matchedAt: Generated<Date>;
  /** The digest that told of it; null until one did. */
  digestId: string | null;
}

export interface SavedSearchDigestsTable {
  id: Generated<string>;
  savedSearchId: string;
  createdAt: Generated<Date>;
  claimedAt: Date | null;
  /** When it was sent, or found to have nothing left to say. */
  settledAt: Date | null;
}
