import type { Db } from "#db/client.ts";
import { inTurns } from "#db/in-turns.ts";
import { readFacetChanges } from "#db/queries/job-columns.ts";
import type { JobColumns } from "./job-columns.ts";
import { type LoadedColumns, loadColumns, reloadJobs } from "./load-columns.ts";

/** The columns at a moment of the database's; to be read before anything else is awaited. */
export interface ColumnsNow {
  columns: JobColumns;
  /** By the database's clock. */
  now: Date;
  /** As `readSearchGeneration` has it. */
  generation: number;
}

/** The columns of one process, kept up to date with the database. */
export interface LiveColumns {
  /**
   * The columns with everything that was committed before this call; null while they are not loaded or far behind,
   * which this call then sees to. Rejects when the database cannot be asked.
   */
  look(): Promise<ColumnsNow | null>;
  /** Loads them anew, unless that or catching up is under way; ends when that is done. */
  load(): Promise<void>;
}

// Read in some ten milliseconds; nobody waits for more.
const MOST_AWAITED = 1_000;
// Read more slowly than everything.
const MOST_CAUGHT_UP = 200_000;

export function liveColumns(db: Db, onError: (error: unknown) => void): LiveColumns {
  let loaded: LoadedColumns | null = null;
  let work: Promise<void> | null = null;

  const inBackground = (task: () => Promise<void>): Promise<void> => {
    work ??= task()
      .catch(onError)
      .finally(() => {
        work = null;
      });
    return work;
  };

  const loadNow = async () => {
    loaded = await loadColumns(db);
  };

  const catchUp = async (held: LoadedColumns) => {
    const since = held.snapshot;
    const { jobIds, snapshot } = await readFacetChanges(db, { since, most: MOST_CAUGHT_UP });
    if (jobIds.length > MOST_CAUGHT_UP) return await loadNow();
    for (let from = 0; from < jobIds.length; from += MOST_AWAITED) {
      await reloadJobs(db, held.columns, jobIds.slice(from, from + MOST_AWAITED));
    }
    held.snapshot = snapshot;
  };

  const look = inTurns(async () => {
    const held = loaded;
    if (!held) {
      void inBackground(loadNow);
      return null;
    }
    const { columns, snapshot: since } = held;
    const { jobIds, isLater, snapshot, now, generation } = await readFacetChanges(db, {
      since,
      most: MOST_AWAITED,
    });
    if (!isLater || jobIds.length > MOST_AWAITED) {
      void inBackground(isLater ? () => catchUp(held) : loadNow);
      return null;
    }
    if (jobIds.length > 0) await reloadJobs(db, columns, jobIds);
    held.snapshot = snapshot;
    // Rows of jobs that left are looked at like all others.
    if (columns.left > MOST_AWAITED + columns.rows / 3) void inBackground(loadNow);
    return { columns, now, generation };
  });

  return { look, load: () => inBackground(loadNow) };
}
