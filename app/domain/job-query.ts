import type { JobSearch } from "./job-search.ts";
import type { LeaveOut } from "./leave-out.ts";

/** A search with its typed line read and its place found: what a search backend answers. */
export interface JobQuery {
  /** With what the line says of place and pay put in. */
  search: JobSearch;
  /** The words left after everything that was read as something else. */
  words: string[];
  /** For each code typed, the families that cover it: a job must require one of each. */
  covering: string[][];
  /** Lists of terms the typed line asks for ("state:TX", "apprentice"): a job must hold one of each. */
  asked: string[][];
  /** Of some of these lists the terms that are meant first: jobs that hold one of each come before the others. */
  meantFirst: string[][];
  /** Where `near` is; null without one, or when no such place is known. */
  point: Point | null;
  now: Date;
  /** What this person does not want listed; turned round, nothing but that. */
  leaveOut?: { named: LeaveOut; turnedRound: boolean } | null;
  /** Leaves out what was published later than this, in ms since 1970. Counts of facets never do. */
  asOf?: number | null;
  /** How many jobs a page holds; `PAGE_SIZE` when absent. */
  pageSize?: number;
}

export interface Point {
  latitude: number;
  longitude: number;
}
