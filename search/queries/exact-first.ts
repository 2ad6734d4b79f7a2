import type { MultiSearchQuery } from "meilisearch";
import { PAGE_SIZE } from "#app/domain/job-search.ts";
import { type EngineQuery, exactFilters } from "./job-filters.ts";

/** A page asked in two: the jobs of the code's own families, or of what a word means first, then the others. */
export interface ExactFirst {
  exact: MultiSearchQuery;
  /** The first page of what lies above. */
  beginning: MultiSearchQuery;
  above(offset: number, limit: number): MultiSearchQuery;
}

/**
 * The two questions behind a page, or null where nothing comes first or another order is asked for: whoever types 93590
 * wants the jobs that name paravalvular leak closure before those that take all of cardiovascular medicine.
 */
export function exactFirst(page: MultiSearchQuery, query: EngineQuery): ExactFirst | null {
  const own = exactFilters(query);
  if (own.length === 0 || query.search.sort !== "relevance") return null;
  const { facets: _facets, page: _page, hitsPerPage: _hits, ...asked } = page;
  const filter = Array.isArray(page.filter) ? page.filter : [];
  const hitsPerPage = query.pageSize ?? PAGE_SIZE;
  const others = { ...asked, filter: [...filter, `NOT (${own.join(" AND ")})`] };
  return {
    exact: { ...asked, page: query.search.page, hitsPerPage, filter: [...filter, ...own] },
    beginning: { ...others, page: 1, hitsPerPage },
    above: (offset, limit) => ({ ...others, offset, limit }),
  };
}

interface Answer {
  hits: readonly { id: string }[];
  totalHits?: number;
}

/** How many jobs both list: counted where they are listed, for the next question may meet another moment. */
export const totalOf = (exact: Answer, beginning: Answer): number =>
  (exact.totalHits ?? 0) + (beginning.totalHits ?? 0);

/** One page of both: `beginning` is the first page of what lies above, `more` asks for another stretch of it. */
export async function joinPage(
  {
    exact,
    beginning,
    page,
    size = PAGE_SIZE,
  }: { exact: Answer; beginning: Answer; page: number; size?: number },
  more: (offset: number, limit: number) => Promise<Answer>,
): Promise<string[]> {
  const ids = exact.hits.map(({ id }) => id);
  const lacking = size - ids.length;
  if (lacking === 0) return ids;
  const offset = Math.max(0, (page - 1) * size - (exact.totalHits ?? 0));
  const rest = offset === 0 ? beginning : await more(offset, lacking);
  return [...ids, ...rest.hits.slice(0, lacking).map(({ id }) => id)];
}
