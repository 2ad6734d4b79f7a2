import { setTimeout as sleep } from "node:timers/promises";
import { bumpSearchGeneration, whileOnlyIndexer } from "#db/queries/search-outbox.ts";
import { countSettledJobs, listSearchableJobsAfter } from "#db/queries/searchable-jobs.ts";
import { type JobDocument, jobDocument } from "../documents/job-document.ts";
import { drainInto, MARKS_AT_ONCE } from "./drain-outbox.ts";
import { putDocuments } from "./put-documents.ts";
import { indexExists, prepareIndex } from "./settings.ts";
import type { SyncDeps } from "./sync-deps.ts";
import { done } from "./tasks.ts";

const BATCH = 5_000;
const PAGE = 1_000;
const PATIENCE_MS = 30_000;
// Whatever else the engine has to do comes first.
const SWAP_MS = 120_000;

export interface RebuildOptions {
  /** Called after each batch with how many documents the new index holds. */
  onProgress?: (documents: number) => void;
}

/**
 * Builds the index anew beside the one in use, checks it, and swaps it in: no search fails meanwhile, and a job
 * published meanwhile shows within a batch, because this process drains into both. With none in use the new one
 * takes its name only when it is whole; until then searches run on Postgres. Answers how many documents the new index
 * holds; null when another process is writing to the index.
 */
export async function rebuildIndex(
  deps: SyncDeps,
  { onProgress }: RebuildOptions = {},
): Promise<number | null> {
  return await whileOnlyIndexer(deps.db, () => rebuild(deps, onProgress), {
    patienceMs: PATIENCE_MS,
  });
}

const besideOf = (live: string): string => `${live}_rebuild`;

/** Removes what a rebuild that was killed left beside the index in use. */
export async function dropLeftover({ db, search }: SyncDeps): Promise<void> {
  const leftover = { client: search.client, jobsIndex: besideOf(search.jobsIndex) };
  if (!(await indexExists(leftover))) return;
  // Under the lock: it may be somebody's work in progress.
  await whileOnlyIndexer(db, async () => {
    await done(search.client.deleteIndex(leftover.jobsIndex));
  });
}

async function rebuild(deps: SyncDeps, onProgress: RebuildOptions["onProgress"]): Promise<number> {
  const { db, search } = deps;
  const live = search.jobsIndex;
  const fresh = besideOf(live);
  const isInUse = await indexExists(search);
  const drained = isInUse ? [live, fresh] : [fresh];
  await done(search.client.deleteIndex(fresh)).catch(() => {});
  await prepareIndex({ client: search.client, jobsIndex: fresh });

  let sent = 0;
  let refused = 0;
  for (let after: string | null = null; ; ) {
    const { documents, last } = await readDocuments(db, after);
    refused += (await putDocuments(search, fresh, documents)).length;
    sent += documents.length;
    after = last;
    onProgress?.(sent);
    await drainInto(deps, drained);
    if (documents.length < BATCH) break;
  }
  // Never "until nothing is left": with steady publishes there is always something. What stays marked is put after the
  // swap, by whoever drains next.
  while ((await drainInto(deps, drained)) >= MARKS_AT_ONCE);

  const holds = await verify(deps, fresh, refused);
  await swap(search.client, { fresh, live, isInUse });
  await bumpSearchGeneration(db);
  if (isInUse) await done(search.client.deleteIndex(fresh));
  return holds;
}

/**
 * Puts the fresh index in the place of the one in use and waits until it is there. A key that reaches only some indexes
 * may ask for that task but not look at it, so we look at the index: it is the one that was made when the fresh one was.
 */
async function swap(
  client: SyncDeps["search"]["client"],
  { fresh, live, isInUse }: { fresh: string; live: string; isInUse: boolean },
): Promise<void> {
  const { createdAt } = await client.getRawIndex(fresh);
  await client.swapIndexes([{ indexes: [fresh, live], rename: !isInUse }]);
  const deadline = performance.now() + SWAP_MS;
  const inUse = { client, jobsIndex: live };
  while (!(await indexExists(inUse)) || (await client.getRawIndex(live)).createdAt !== createdAt) {
    if (performance.now() > deadline) throw new Error("The new index was not swapped in.");
    await sleep(20);
  }
}

/** The next documents in the order of their ids, a page at a time: no single read may take long. */
async function readDocuments(db: SyncDeps["db"], from: string | null) {
  const documents: JobDocument[] = [];
  let last = from;
  while (documents.length < BATCH) {
    const jobs = await listSearchableJobsAfter(db, { after: last, limit: PAGE });
    documents.push(...jobs.map(jobDocument));
    last = jobs.at(-1)?.id ?? last;
    if (jobs.length < PAGE) break;
  }
  return { documents, last };
}

/**
 * A new index that lacks jobs is not swapped in. What changed since it was last drained is marked and comes after the
 * swap; documents of jobs that closed since then only make it hold more.
 */
async function verify({ db, search }: SyncDeps, uid: string, refused: number): Promise<number> {
  const { numberOfDocuments } = await search.client.index(uid).getStats();
  const settled = await countSettledJobs(db);
  if (settled - refused > numberOfDocuments) {
    throw new Error(
      `The new index holds ${numberOfDocuments} of ${settled} published jobs; the old one stays in use.`,
    );
  }
  return numberOfDocuments;
}
