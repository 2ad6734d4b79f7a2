import type { JobWalk } from "./job-walk.ts";

/** A search as the URL states it, typed and clamped. The URL is the only state of a search. */
export interface JobSearch {
  q: string;
  /** Stretches of `q` that are to stay words whatever else they could mean. */
  asWords: string[];
  specialty: string[];
  family: string[];
  credential: string[];
  setting: string[];
  mode: string[];
  type: string[];
  state: string[];
  /** A US city ("Tampa, FL") or ZIP; null when absent. */
  near: string | null;
  /** Miles. */
  radius: number;
  /** USD an hour. */
  payMin: number | null;
  experience: string[];
  apprentice: boolean;
  software: string[];
  /** Days. */
  postedWithin: number | null;
  sort: JobSort;
  /** Lists what the signed-in person hid or muted as well. */
  withHidden: boolean;
  /** From 1. */
  page: number;
}

export type JobSort = "relevance" | "newest" | "pay" | "distance";

/** The facets a result list shows; a value's count says how many jobs choosing it would list. */
export const FACETS = [
  "family",
  "specialty",
  "credential",
  "setting",
  "mode",
  "type",
  "state",
  "experience",
  "software",
] as const;
export type Facet = (typeof FACETS)[number];

/** Facet value for jobs that do not state the facet. */
export const NOT_STATED = "not-stated";

export type FacetCounts = Record<Facet, Record<string, number>>;

/** A code or range found in the query, and the families that cover it, finest first. */
export interface InterpretedCode {
  /** As typed, normalised ("93590", "92920–92944"). */
  code: string;
  system: string;
  families: { id: string; label: string; range: string }[];
}

/** A stretch of the typed line and what it was taken for. */
export interface InterpretedPhrase {
  /** "code", "credential", "place", "mode", "pay", "type", "experience", "specialty" or "setting". */
  kind: string;
  /** As typed; what `asWords` takes to switch the reading off. */
  typed: string;
  /** "Open to coders in Texas". */
  label: string;
  /** In characters of the line, its spaces collapsed. */
  start: number;
  end: number;
  /** The codes of a stretch of codes. */
  codes: InterpretedCode[];
}

export interface JobHit {
  id: string;
  slug: string;
  title: string;
  employer: { name: string; slug: string; kind: string };
  specialty: string;
  settings: string[];
  workMode: string;
  employmentType: string;
  city: string | null;
  state: string | null;
  eligibleStates: string[];
  pay: {
    type: string;
    min: number;
    max: number;
    guaranteedHourly: number | null;
    /** Pieces an hour the job expects, for pay by the piece. */
    perHour: number | null;
  };
  credentialRule: string[][];
  acceptsApprentices: boolean;
  experienceLevel: string | null;
  families: { id: string; label: string; range: string; system: string; level: "must" | "nice" }[];
  /** ISO 8601. */
  firstPublishedAt: string;
  confirmedAt: string | null;
  /** When it was last posted again; null on a first run. */
  repostedAt: string | null;
  /** How the employer answers applications, in a few words. */
  replies: string;
  replyByDays: number | null;
  /** Miles from `near`; null without it. */
  distance: number | null;
}

export interface JobSearchResult {
  hits: JobHit[];
  total: number;
  page: number;
  pageSize: number;
  pageCount: number;
  /** How many of all these jobs its pages list: of a search by words, those that fit best. */
  listed: number;
  /** The page one comes from was in another order, because the engine has gone or come back since. */
  isReordered: boolean;
  /** How many jobs of the list come before the first hit. */
  offset: number;
  /** Jobs of this search published since the walk began that led here. */
  newer: number;
  /** What links to other pages carry, so that none lists a job twice or leaves one out. */
  walk: JobWalk;
  facets: FacetCounts;
  interpreted: {
    codes: InterpretedCode[];
    /** The place `near` or the line was taken for ("Tampa, FL"); null without one, or when none is known by that name. */
    near: string | null;
    /** How the line was read, codes included. */
    phrases: InterpretedPhrase[];
    /** Readings given up because nothing answered them while their words were found; `phrases` is then without them. */
    setAside: InterpretedPhrase[];
  };
  /** "columns": found in the memory of the web process. */
  backend: "meilisearch" | "postgres" | "columns";
  tookMs: number;
}

export const PAGE_SIZE = 20;
