import type { JobQuery } from "../job-query.ts";
import { FACETS } from "../job-search.ts";
import { withSuccessors } from "../taxonomy/successors.ts";

/** One thing a job must have: any of these terms ("state:TX", "family:…", "requires:…", "apprentice"). */
type TermCondition = string[];

const MILES_A_DEGREE = 68;
const MOST_CELLS = 64;

/** What a search asks in closed terms; words, pay, distance and age are compared as they are. */
export function termConditions({
  search,
  covering,
  asked,
}: Pick<JobQuery, "search" | "covering" | "asked">): TermCondition[] {
  const facets = FACETS.map((facet) => {
    const chosen = facet === "family" ? withSuccessors(search.family) : search[facet];
    return chosen.map((value) => `${facet}:${value}`);
  });
  return [
    ...facets.filter((terms) => terms.length > 0),
    ...covering.map((families) => families.map((id) => `requires:${id}`)),
    ...(search.apprentice ? [["apprentice"]] : []),
    ...asked,
  ];
}

/**
 * Every set of terms a search can be found by, each of them necessary: a job that answers the search has a term of
 * every set. `lexemes` are, for each word asked, the first stem of each of its spellings.
 */
export function indexableSets({
  search,
  covering,
  asked,
  point,
  lexemes,
}: Pick<JobQuery, "search" | "covering" | "asked" | "point"> & {
  lexemes: readonly (readonly string[])[];
}): TermCondition[] {
  const sets = [
    ...termConditions({ search, covering, asked }),
    ...lexemes.map((starts) => starts.map((start) => `word:${start}`)),
    ...(search.payMin === null ? [] : [[`pay:${Math.floor(search.payMin)}`]]),
  ];
  const cells = point ? cellsAround(point, search.radius) : null;
  if (cells) sets.push(cells);
  return sets.length > 0 ? sets : [["all"]];
}

/** The set whose terms the fewest jobs have. */
export function rarest(
  sets: readonly TermCondition[],
  countOf: (term: string) => number,
): TermCondition {
  const cost = (terms: TermCondition) => terms.reduce((sum, term) => sum + countOf(term), 0);
  return sets.reduce((best, one) => (cost(one) < cost(best) ? one : best), sets[0] ?? ["all"]);
}

export interface MatchableJob {
  /** Its values facet by facet ("state:TX") and `requires:…`. */
  values: readonly string[];
  apprentice: boolean;
  /** USD an hour. */
  hourlyMax: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Stems of its searchable words. */
  lexemes: readonly string[];
}

/** What a job is looked up by in the index of searches. */
export function termsOfJob(job: MatchableJob): string[] {
  const terms = new Set(
    job.apprentice ? [...job.values, "apprentice", "all"] : [...job.values, "all"],
  );
  for (const lexeme of job.lexemes) {
    for (let end = 1; end <= lexeme.length; end++) terms.add(`word:${lexeme.slice(0, end)}`);
  }
  for (let dollar = 0; dollar <= Math.min(500, job.hourlyMax ?? -1); dollar++) {
    terms.add(`pay:${dollar}`);
  }
  if (job.latitude !== null && job.longitude !== null) {
    for (const size of [1, 5, 20]) terms.add(cell(size, job.latitude, job.longitude));
  }
  return [...terms];
}

const cell = (size: number, latitude: number, longitude: number): string =>
  `cell${size}:${Math.floor(latitude / size)}:${Math.floor(longitude / size)}`;

/** The squares of a grid that a circle touches, in the finest grid that needs few; null across a pole or the date line. */
function cellsAround(
  { latitude, longitude }: { latitude: number; longitude: number },
  radius: number,
): string[] | null {
  const high = radius / MILES_A_DEGREE;
  const furthest = Math.abs(latitude) + high;
  if (furthest > 85) return null;
  const wide = high / Math.cos((furthest * Math.PI) / 180);
  if (Math.abs(longitude) + wide > 180) return null;
  for (const size of [1, 5, 20]) {
    const found = new Set<string>();
    for (const y of steps(latitude - high, latitude + high, size)) {
      for (const x of steps(longitude - wide, longitude + wide, size)) found.add(cell(size, y, x));
    }
    if (found.size <= MOST_CELLS) return [...found];
  }
  return null;
}

const steps = (from: number, to: number, size: number): number[] => {
  const first = Math.floor(from / size);
  const count = Math.floor(to / size) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * size);
};
