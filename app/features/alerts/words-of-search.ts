import { FACETS, type InterpretedPhrase, type JobSearch } from "#app/domain/job-search.ts";
import { facetLabel } from "#app/features/job-search/facet-view.ts";

const MOST_LENGTH = 1_000;

/** What a search asks, as a line a person reads. `place` is what `near` was taken for, `phrases` how its line was read. */
export function wordsOfSearch(
  search: JobSearch,
  { place, phrases }: { place: string | null; phrases: readonly InterpretedPhrase[] },
): string {
  const read = phrases.filter(({ kind }) => kind !== "code").map(({ label }) => label);
  const parts = [
    search.q && `“${search.q}”${read.length > 0 ? ` (${read.join("; ")})` : ""}`,
    ...FACETS.map((facet) => search[facet].map((value) => facetLabel(facet, value)).join(" or ")),
    search.near !== null && place && `within ${search.radius} miles of ${place}`,
    search.payMin !== null && `pays $${search.payMin} an hour or more`,
    search.postedWithin !== null && `posted within ${search.postedWithin} days`,
    search.apprentice && "accepts apprentices",
  ].filter(Boolean);
  const line = parts.join(", ") || "Every new job";
  return line.length > MOST_LENGTH ? `${line.slice(0, MOST_LENGTH)}…` : line;
}

/** What a term of a search ("state:TX", "apprentice") says. */
export function labelOfTerm(term: string): string {
  const facet = FACETS.find((one) => term.startsWith(`${one}:`));
  return facet ? facetLabel(facet, term.slice(facet.length + 1)) : "Accepts apprentices";
}
