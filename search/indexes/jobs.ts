import type { Settings } from "meilisearch";
import { FACETS } from "#app/domain/job-search.ts";
import { SYNONYMS } from "#app/domain/taxonomy/synonyms.ts";

/** Past this many hits a page is answered by Postgres: the engine's deep pages cost as much as their depth. */
export const ENGINE_DEPTH = 1_000;

/** Past this many hits they are put in order of distance by Postgres alone. */
export const MOST_SORTED = 10_000;

/** Past this many places within a radius the search is answered by Postgres. */
export const MOST_POINTS = 8_000;

/** The settings of the jobs index, complete: what is not said here is not in it. */
export const JOB_INDEX_SETTINGS = {
  displayedAttributes: ["id", "stamp"],
  searchableAttributes: [
    "title",
    "codes",
    "specialties",
    "families",
    "terms",
    "employer",
    "place",
    "aliases",
    "description",
  ],
  filterableAttributes: [
    {
      attributePatterns: [
        ...FACETS,
        "requires",
        "apprentice",
        "point",
        "id",
        "employerId",
        "employerKind",
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ["hourlyMax", "publishedAt", "expiresAt"],
      features: { facetSearch: false, filter: { equality: false, comparison: true } },
    },
  ],
  sortableAttributes: ["hourlyMax", "publishedAt"],
  // `sort` first: who asks for the best paid wants them in that order, however well they fit the words.
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    "publishedAt:desc",
  ],
  stopWords: ["a", "an", "and", "for", "in", "of", "or", "the", "to", "with"],
  synonyms: synonymMap(),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [] as string[],
    disableOnAttributes: ["codes"],
    // 93590 and 93591 are different work, however near.
    disableOnNumbers: true,
  },
  faceting: {
    // Three times the families of today: a facet cut short would count wrongly without saying so.
    maxValuesPerFacet: 1_500,
    // By name, the engine reads every one of up to 3,000 found documents; by count, the list of each value, which for a
    // few dozen values costs a third (600 documents, six facets: 7.0 and 1.3 ms). Of families there are too many.
    sortFacetValuesBy: { "*": "count", family: "alpha" },
  },
  // A total is exact up to this; pages are held to ENGINE_DEPTH.
  pagination: { maxTotalHits: 5_000_000 },
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
  facetSearch: false,
} satisfies Settings;

function synonymMap(): Record<string, string[]> {
  const map = new Map<string, string[]>();
  for (const group of SYNONYMS) {
    for (const phrase of group) {
      const others = group.filter((other) => other !== phrase);
      map.set(phrase, [...new Set([...(map.get(phrase) ?? []), ...others])]);
    }
  }
  return Object.fromEntries(map);
}
