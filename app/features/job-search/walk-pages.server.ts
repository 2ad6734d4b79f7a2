import type { JobWalk } from "#app/domain/job-walk.ts";

/** The first `count` of a list as it stands now, in one look: two looks could differ. */
type ReadFirst = (count: number) => Promise<{ ids: string[]; total: number }>;

export interface WalkedPage {
  ids: string[];
  total: number;
  /** How many jobs of the list as it stands now come before the first of these. */
  offset: number;
}

// Jobs that came in before the ones seen, for instance because the index was a moment behind.
const PAGES_MORE = 3;

/**
 * The page a walk leads to: what came before it may have closed since, so it starts as far behind the last job of the
 * page one comes from as it did when that page was shown. `most` bounds what is read.
 */
export async function walkToPage(
  { from }: JobWalk,
  options: { page: number; pageSize: number; most: number; read: ReadFirst },
): Promise<WalkedPage> {
  const { page, pageSize, most, read } = options;
  const { ids, total } = await read(Math.min(most, (page + PAGES_MORE) * pageSize));
  const shift = from ? shiftSince(from, { ids, pageSize }) : 0;
  const offset = Math.max(0, (page - 1) * pageSize + shift);
  return { ids: ids.slice(offset, offset + pageSize), total, offset };
}

/** How far the jobs one saw last have moved: below zero when some before them closed. 0 when none is found again. */
function shiftSince(
  { page, tails }: NonNullable<JobWalk["from"]>,
  { ids, pageSize }: { ids: readonly string[]; pageSize: number },
): number {
  for (const tail of tails) {
    const at = ids.findIndex((id) => id.startsWith(tail));
    // Those after it on that page are not there any more, or they would have been found first.
    if (at >= 0) return at - (page * pageSize - 1);
  }
  return 0;
}
