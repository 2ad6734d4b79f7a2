import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countSavedJobs, listSavedJobs, type SavedJobsOrder } from "#db/queries/saved-jobs.ts";

const PAGE_SIZE = 20;

export interface SavedJobLine {
  slug: string;
  title: string;
  employerName: string;
  open: boolean;
  /** Why it takes no applications; null while it does. */
  ended: string | null;
  /** ISO 8601. */
  expiresAt: string | null;
  savedAt: string;
  note: string;
  applicationId: string | null;
}

export interface SavedJobs {
  order: SavedJobsOrder;
  lines: SavedJobLine[];
  total: number;
  page: number;
  pageCount: number;
}

/** One page of a person's saved jobs. A page too far is the last one. */
export async function readSavedJobs(
  { db }: Pick<Deps, "db">,
  { userId, order, page: wanted }: { userId: string; order: SavedJobsOrder; page: number },
): Promise<SavedJobs> {
  const total = await countSavedJobs(db, userId);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(wanted, pageCount);
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const rows = await listSavedJobs(db, { userId, order, ...window });
  const lines = rows.map(({ status, closeReason, hiddenAt, expiresAt, savedAt, ...row }) => ({
    ...row,
    ended: row.open ? null : whyNotOpen({ status, closeReason, hiddenAt }),
    expiresAt: expiresAt?.toISOString() ?? null,
    savedAt: savedAt.toISOString(),
  }));
  return { order, lines, total, page, pageCount };
}
