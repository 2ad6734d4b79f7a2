import type { JobWalk, WalkOrder } from "#app/domain/job-walk.ts";

interface ListNow {
  ids: string[];
  total: number;
  order: WalkOrder;
}

/** The first `count` of a list as it stands now, in one look: two looks could differ. */
type ReadFirst<List extends ListNow> = (count: number) => Promise<List>;

interface Walked {
  /** How many jobs of the list as it stands now come before the first of these. */
  offset: number;
  /** The page one comes from was in another order, so this one may repeat its jobs or leave some out. */
  isReordered: boolean;
}

// Jobs that came in before the ones seen, for instance because the index was a moment behind.
const PAGES_MORE = 3;

/**
 * The page a walk leads to: what came before it may have closed since, so it starts as far behind the last job of the
 * page one comes from as it did when that page was shown. `most` bounds what is read.
 */
export async function walkToPage<List extends ListNow>(
  { from }: JobWalk,
  options: { page: number; pageSize: number; most: number; read: ReadFirst<List> },
): Promise<List & Walked> {
  const { page, pageSize, most, read } = options;
  const list = await read(Math.min(most, (page + PAGES_MORE) * pageSize));
  const isReordered = from !== null && from.order !== list.order;
  const shift = from && !isReordered ? shiftSince(from, { ids: list.ids, pageSize }) : 0;
  const offset = Math.max(0, (page - 1) * pageSize + shift);
  return { ...list, ids: list.ids.slice(offset, offset + pageSize), offset, isReordered };
}

/** How far the jobs one saw last have moved: below zero when some before them closed. 0 when none is found again. */
function shiftSince(
  { page, listed, tails }: NonNullable<JobWalk["from"]>,
  { ids, pageSize }: { ids: readonly string[]; pageSize: number },
): number {
  for (const tail of tails) {
    const at = ids.findIndex((id) => id.startsWith(tail));
    // Those after it on that page are not there any more, or they would have been found first.
    if (at >= 0) return at - ((page - 1) * pageSize + listed - 1);
  }
  return 0;
}
