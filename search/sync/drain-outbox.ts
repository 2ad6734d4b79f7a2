import {
  bumpSearchGeneration,
  burySearchMark,
  clearSearchMarks,
  listSearchMarks,
  whileOnlyIndexer,
} from "#db/queries/search-outbox.ts";
import { indexExists } from "./settings.ts";
import type { SyncDeps } from "./sync-deps.ts";
import { writeJobs } from "./write-jobs.ts";

/** The most marks one pass settles. */
export const MARKS_AT_ONCE = 2_000;

/**
 * One pass over the marks: reads the current rows of the oldest, puts or deletes their documents, waits for the
 * engine, and clears each mark unless its job changed meanwhile. Answers how many it settled; 0 also when another
 * process is writing to the index. Rejects when there is no index.
 */
export async function drainOutbox(deps: SyncDeps): Promise<number> {
  const settled = await whileOnlyIndexer(deps.db, async () => {
    // The engine would make one of a lost index's first document, with settings of its own, and answer from it.
    if (!(await indexExists(deps.search))) throw new Error("The search index is lost.");
    return await drainInto(deps, [deps.search.jobsIndex]);
  });
  return settled ?? 0;
}

/** The same for a caller that already is the only indexer. */
export async function drainInto(deps: SyncDeps, indexes: readonly string[]): Promise<number> {
  const { db, log } = deps;
  const marks = await listSearchMarks(db, MARKS_AT_ONCE);
  if (marks.length === 0) return 0;
  const { written, refused } = await writeJobs(
    deps,
    marks.map(({ jobId }) => jobId),
    indexes,
  );
  // Before the marks go: whoever sees no mark must also see a new generation.
  await bumpSearchGeneration(db);
  const settled = new Set(written);
  await clearSearchMarks(
    db,
    marks.filter(({ jobId }) => settled.has(jobId)),
  );
  for (const { id, reason } of refused) {
    const mark = marks.find(({ jobId }) => jobId === id);
    if (mark) await burySearchMark(db, mark, reason);
    log.warn({ jobId: id, reason }, "the search engine refused a job's document");
  }
  return marks.length;
}
