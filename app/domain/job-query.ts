import type { JobSearch } from "./job-search.ts";
import type { LeaveOut } from "./leave-out.ts";

/** A search with its typed line read and its place found: what a search backend answers. */
export interface JobQuery {
  search: JobSearch;
  /** The words left after the codes. */
  words: string[];
  /** For each code typed, the families that cover it: a job must require one of each. */
  covering: string[][];
  /** Where `near` is; null without one, or when no such place is known. */
  point: Point | null;
  now: Date;
  /** What this person does not want listed; turned round, nothing but that. */
  leaveOut?: { named: LeaveOut; turnedRound: boolean } | null;
}

export interface Point {
  latitude: number;
  longitude: number;
}
