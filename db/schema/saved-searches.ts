import type { ColumnType, Generated } from "kysely";

export interface SavedSearchesTable {
  id: Generated<string>;
  /** Whose it is: a person's with an account, or of `alertAddressId`; one of the two. */
  userId: string | null;
  alertAddressId: string | null;
  /** The search as its URL states it. */
  params: string;
  /** What it asks, in words. */
  asks: string;
  /** What its owner calls it; null while it goes by what it asks. */
  title: string | null;
  frequency: "instant" | "daily" | "weekly";
  status: Generated<"active" | "paused" | "deleted">;
  /** When the status became what it is. */
  statusChangedAt: Generated<Date>;
  /** Of the terms of a job; null when none is asked. */
  asked: ColumnType<string | null, never, never>;
  /** Of the words of a job. */
  words: ColumnType<string | null, never, never>;
  latitude: number | null;
  longitude: number | null;
  radius: number | null;
  payMin: number | null;
  postedWithin: number | null;
  withHidden: boolean;
  feedToken: string | null;
  stopToken: string;
  /** Since when a match waits to be told of; null when none does. */
  waitingSince: Date | null;
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
  /** How often its search was sent when this was made; null for the oldest. */
  frequency: SavedSearchesTable["frequency"] | null;
  createdAt: Generated<Date>;
  claimedAt: Date | null;
  /** When it was sent, or found to have nothing left to say. */
  settledAt: Date | null;
}
