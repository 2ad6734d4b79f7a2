import type { JobQuery } from "#app/domain/job-query.ts";
import { PAGE_SIZE } from "#app/domain/job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isDatabaseAway } from "#db/database-away.ts";
import type { ColumnsNow } from "#search/columns/live-columns.ts";
import { searchColumns } from "#search/columns/search-columns.ts";
import { ENGINE_DEPTH } from "#search/indexes/jobs.ts";

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
export const findInColumns = ({ columns, now }: ColumnsNow, query: JobQuery) => ({
  ...searchColumns(columns, { ...query, now }),
  backend: "columns" as const,
});
