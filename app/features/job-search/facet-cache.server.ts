import type { JobQuery } from "#app/domain/job-query.ts";
import type { FacetCounts } from "#app/domain/job-search.ts";
import { jobSearchParams } from "#app/domain/parse-job-search.ts";

const MOST = 500;

interface Kept {
  facets: FacetCounts;
  until: number;
}

/** Counts kept per process: facets are four fifths of what a search costs the engine. */
const kept = new WeakMap<object, Map<string, Kept>>();

/** What is only listed, or only counted as a whole, needs no counts of facets. */
export const needsFacets = ({ leaveOut, asOf }: JobQuery): boolean =>
  !(leaveOut?.turnedRound || asOf);

/** Page and order change the list, never its counts. The generation is another number when the index changed. */
export const facetKey = ({ search, leaveOut }: JobQuery, generation: number | string): string => {
  const address = jobSearchParams({ ...search, page: 1, sort: "relevance" });
  // Who leaves jobs out has counts of their own.
  return `${generation} ${address} ${leaveOut ? JSON.stringify(leaveOut.named) : ""}`;
};

/** Counts of the same search of the same generation; `owner` is what they were counted with. */
export function keptFacets(owner: object, key: string): FacetCounts | null {
  const found = kept.get(owner)?.get(key);
  return found && found.until > performance.now() ? found.facets : null;
}

export function keepFacets(
  owner: object,
  key: string,
  { facets, lifetimeMs }: { facets: FacetCounts; lifetimeMs: number },
): void {
  const own = kept.get(owner) ?? new Map<string, Kept>();
  kept.set(owner, own);
  own.delete(key);
  own.set(key, { facets, until: performance.now() + lifetimeMs });
  const [oldest] = own.keys();
  if (own.size > MOST && oldest !== undefined) own.delete(oldest);
}
