import type { JobQuery } from "#app/domain/job-query.ts";
import type { FacetCounts } from "#app/domain/job-search.ts";
import { countFacets, countFound } from "./count-facets.ts";
import type { JobColumns } from "./job-columns.ts";
import { listPage } from "./list-jobs.ts";
import { missesOf } from "./misses.ts";

/** What each facet value would list of a search without words. */
export const countInColumns = (columns: JobColumns, query: JobQuery): FacetCounts =>
  countFacets(columns, missesOf(columns, { ...query, asOf: null }));

/** One page of a search without words, the exact total, and what each facet value would list. */
export function searchColumns(
  columns: JobColumns,
  query: JobQuery,
): { ids: string[]; total: number; facets: FacetCounts } {
  const misses = missesOf(columns, query);
  return {
    ids: listPage(columns, query, misses),
    total: countFound(misses),
    facets: countFacets(columns, misses),
  };
}
