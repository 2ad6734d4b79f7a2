import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readLeaveOut } from "#db/queries/left-out-jobs.ts";
import {
  listSavedSearches,
  type SavedSearchRow,
  type SearchOwner,
} from "#db/queries/saved-searches.ts";

export type SavedSearchLine = SavedSearchRow & {
  /** How many jobs it lists now; null for one just deleted. */
  open: number | null;
  /** Address of its private feed; null when switched off. */
  feedHref: string | null;
};

/** Somebody's saved searches, each with how many jobs it lists at this moment. */
export async function readSavedSearches(
  deps: Deps,
  { deletedId, ...owner }: SearchOwner & { deletedId: string | null },
): Promise<SavedSearchLine[]> {
  const [rows, leaveOut] = await Promise.all([
    listSavedSearches(deps.db, { ...owner, deletedId }),
    "userId" in owner ? readLeaveOut(deps.db, owner.userId) : null,
  ]);
  const lines: SavedSearchLine[] = [];
  for (const row of rows) {
    const search = parseJobSearch(new URLSearchParams(row.params));
    const without = search.withHidden ? null : leaveOut;
    const open = row.status === "deleted" ? null : (await findJobs(deps, search, without)).total;
    const feedHref = row.feedToken && `${deps.origin}/feeds/saved/${row.feedToken}.atom`;
    lines.push({ ...row, open, feedHref });
  }
  return lines;
}
