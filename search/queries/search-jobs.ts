import { MeilisearchApiError, type MultiSearchQuery } from "meilisearch";
import { FACETS, type FacetCounts, PAGE_SIZE } from "#app/domain/job-search.ts";
import type { SearchEngine } from "../client.ts";
import { MOST_SORTED } from "../indexes/jobs.ts";
import { exactFirst, joinPage, totalOf } from "./exact-first.ts";
import { type EngineQuery, jobFilters } from "./job-filters.ts";

const SHORTEST_BEGINNING = 4;

export interface EnginePage {
  /** In order; to be read again from Postgres. All of them, in no order, when distance is to sort them. */
  ids: string[];
  total: number;
  /** Null when not asked for. */
  facets: FacetCounts | null;
}

/** The engine cannot be asked just now: Postgres answers instead. */
export class SearchUnavailable extends Error {}

/**
 * One page of a search, and what each facet value would list: every filter holds but the facet's own. One request.
 * Rejects with `SearchUnavailable` when the engine is slow, away, or has failed too often lately.
 */
export function searchJobs(
  engine: SearchEngine,
  query: EngineQuery,
  options: { withFacets: boolean },
): Promise<EnginePage> {
  return engine.inTurn(() => askEngine(engine, query, options));
}

async function askEngine(
  { client, jobsIndex, breaker, patienceMs }: SearchEngine,
  query: EngineQuery,
  { withFacets }: { withFacets: boolean },
): Promise<EnginePage> {
  if (!breaker.allows()) throw new SearchUnavailable("the breaker is open");
  const signal = AbortSignal.timeout(patienceMs);
  const ask = async (queries: MultiSearchQuery[]) => {
    type Queries = { queries: MultiSearchQuery[] };
    const answer = await client.multiSearch<Queries, { id: string }>({ queries }, { signal });
    return answer.results;
  };
  const size = query.pageSize ?? PAGE_SIZE;
  const queries = engineQueries(jobsIndex, query, { withFacets });
  const inTwo = queries[0] ? exactFirst(queries[0], query) : null;
  try {
    const results = await ask([...queries, ...(inTwo ? [inTwo.exact, inTwo.beginning] : [])]);
    const [exact, beginning] = results.splice(queries.length);
    const [page, ...own] = results;
    const ids =
      inTwo && exact && beginning
        ? await joinPage(
            { exact, beginning, page: query.search.page, size },
            async (offset, limit) => {
              const [rest] = await ask([inTwo.above(offset, limit)]);
              return rest ?? { hits: [] };
            },
          )
        : (page?.hits.map(({ id }) => id) ?? []);
    breaker.succeeded();
    const counted: Partial<FacetCounts> = Object.assign(
      {},
      page?.facetDistribution,
      ...own.map(({ facetDistribution }) => facetDistribution),
    );
    const counts = Object.fromEntries(
      FACETS.map((facet) => [facet, byName(counted[facet])]),
    ) as FacetCounts;
    return {
      ids,
      total: exact && beginning ? totalOf(exact, beginning) : (page?.totalHits ?? 0),
      facets: withFacets ? counts : null,
    };
  } catch (error) {
    throw unavailable(error, breaker);
  }
}

/**
 * What the engine is asked: the page with the counts of the facets nobody chose from, then for each chosen one its
 * counts without its own filter.
 */
export function engineQueries(
  indexUid: string,
  query: EngineQuery,
  { withFacets }: { withFacets: boolean },
): MultiSearchQuery[] {
  const chosen = withFacets ? FACETS.filter((facet) => query.search[facet].length > 0) : [];
  const free = withFacets ? FACETS.filter((facet) => !chosen.includes(facet)) : [];
  const text = { indexUid, q: textOf(query.words), matchingStrategy: "all" } as const;
  return [
    {
      ...text,
      filter: jobFilters(query),
      sort: sortOf(query),
      ...(query.search.sort === "distance" && query.point
        ? { page: 1, hitsPerPage: MOST_SORTED }
        : { page: query.search.page, hitsPerPage: query.pageSize ?? PAGE_SIZE }),
      attributesToRetrieve: ["id"],
      ...(free.length > 0 ? { facets: free } : {}),
    },
    ...chosen.map((facet) => ({
      ...text,
      filter: jobFilters(query, facet),
      limit: 0,
      facets: [facet],
    })),
  ];
}

/** In the order of their names, whatever the engine's. */
const byName = (counts: Record<string, number> = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));

function unavailable(error: unknown, breaker: SearchEngine["breaker"]): Error {
  const status = error instanceof MeilisearchApiError ? error.response.status : 0;
  // The engine is well but has no index yet, or we asked wrongly: waiting would not help.
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    breaker.succeeded();
    return status === 404 ? new SearchUnavailable("there is no index yet") : (error as Error);
  }
  breaker.failed();
  return new SearchUnavailable("the engine did not answer", { cause: error });
}

/** A trailing space ends the last word: "ed" must not find "education", while "cardio" may find "cardiology". */
function textOf(words: readonly string[]): string {
  const text = words.join(" ");
  const last = words.at(-1) ?? "";
  return last.length < SHORTEST_BEGINNING && text !== "" ? `${text} ` : text;
}

function sortOf({ search, words }: EngineQuery): string[] {
  if (search.sort === "pay") return ["hourlyMax:desc", "publishedAt:desc"];
  if (search.sort === "newest" || words.length === 0) return ["publishedAt:desc"];
  return [];
}
