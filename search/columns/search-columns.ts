import type { JobQuery } from "#app/domain/job-query.ts";
import type { FacetCounts } from "#app/domain/job-search.ts";
import { allOf, countRows } from "./bits.ts";
import { conditionsOf } from "./conditions.ts";
import { countFacets } from "./count-facets.ts";
import type { JobColumns } from "./job-columns.ts";
import { listPage } from "./list-jobs.ts";
import { openJobs } from "./remembered-bits.ts";

/** Another text whenever another job is open, or one of them has changed. */
export const editionOf = (columns: JobColumns, now: Date): string =>
  `${columns.edition}.${openJobs(columns, now).from}`;

/** What each facet value would list of a search without words. */
export const countInColumns = (columns: JobColumns, query: JobQuery): FacetCounts =>
  countFacets(columns, conditionsOf(columns, { ...query, asOf: null }));

/** One page of a search without words, and the exact total. */
export function searchColumns(
  columns: JobColumns,
  query: JobQuery,
): { ids: string[]; total: number } {
  const conditions = conditionsOf(columns, query);
  const found = allOf([conditions.rest, ...conditions.chosen.values()]);
  return { ids: listPage(columns, query, found), total: countRows(found) };
}
