import { FACETS, type JobSearch } from "#app/domain/job-search.ts";
import { facetLabel } from "#app/features/job-search/facet-view.ts";

const MOST_LENGTH = 1_000;

/** What a search asks, as a line a person reads. `place` is what `near` was taken for. */
export function wordsOfSearch(search: JobSearch, place: string | null): string {
  const parts = [
    search.q && `“${search.q}”`,
    ...FACETS.map((facet) => search[facet].map((value) => facetLabel(facet, value)).join(" or ")),
    place && `within ${search.radius} miles of ${place}`,
    search.payMin !== null && `pays $${search.payMin} an hour or more`,
    search.postedWithin !== null && `posted within ${search.postedWithin} days`,
    search.apprentice && "accepts apprentices",
  ].filter(Boolean);
  const line = parts.join(", ") || "Every new job";
  return line.length > MOST_LENGTH ? `${line.slice(0, MOST_LENGTH)}…` : line;
}
