import type { JobQuery } from "#app/domain/job-query.ts";
import { type FacetCounts, PAGE_SIZE } from "#app/domain/job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isDatabaseAway } from "#db/database-away.ts";
import type { JobColumns } from "#search/columns/job-columns.ts";
import type { ColumnsNow } from "#search/columns/live-columns.ts";
import { countInColumns, editionOf, searchColumns } from "#search/columns/search-columns.ts";
import { ENGINE_DEPTH } from "#search/indexes/jobs.ts";
import { facetKey, keepFacets, keptFacets, needsFacets } from "./facet-cache.server.ts";

const COUNTS_MS = 600_000;

export const isDeep = ({ search, pageSize = PAGE_SIZE }: JobQuery): boolean =>
  search.page * pageSize > ENGINE_DEPTH;

/** What the process holds of all open jobs, where that can answer: a search without words, and columns that are current. */
export async function lookInColumns(
  { columns, log }: Pick<Deps, "columns" | "log">,
  query: JobQuery,
): Promise<ColumnsNow | null> {
  if (!columns || query.words.length > 0) return null;
  try {
    return await columns.look();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error({ err: error }, "the columns could not be brought up to date");
    return null;
  }
}

/** Places and deep pages cost the engine as much as there are, and what somebody left out is only counted. */
export const isForColumns = (query: JobQuery): boolean =>
  query.point !== null || isDeep(query) || query.leaveOut?.turnedRound === true;

/** A search without words, as a whole: by the database's clock, as Postgres would answer it. */
export function findInColumns({ columns, now }: ColumnsNow, asked: JobQuery) {
  const query = { ...asked, now };
  const facets = facetsInColumns(columns, query);
  return { ...searchColumns(columns, query), facets, backend: "columns" as const };
}

/** What each facet value would list; kept for as long as no job comes, changes or ends. */
export function facetsInColumns(columns: JobColumns, query: JobQuery): FacetCounts {
  if (!needsFacets(query)) return {} as FacetCounts;
  // What was posted within some days is something else a moment later.
  if (query.search.postedWithin !== null) return countInColumns(columns, query);
  const key = facetKey(query, editionOf(columns, query.now));
  const known = keptFacets(columns, key);
  if (known) return known;
  const facets = countInColumns(columns, query);
  keepFacets(columns, key, { facets, lifetimeMs: COUNTS_MS });
  return facets;
}
