import { bumpSearchGeneration, markJobsDirty } from "#db/queries/search-outbox.ts";
import { listPublishedVersions } from "#db/queries/searchable-jobs.ts";
import { type JobDocument, stampOf } from "../documents/job-document.ts";
import { dropLeftover, rebuildIndex } from "./rebuild-index.ts";
import { indexState } from "./settings.ts";
import type { SyncDeps } from "./sync-deps.ts";

const PAGE = 5_000;

export interface Reconciled {
  /** Published jobs the index lacks or holds from an older row. */
  stale: number;
  /** Documents of jobs that are no longer published. */
  surplus: number;
}

/**
 * Compares every published job with its document, both ways, and marks what differs for the drain, which stays the
 * only one to write. An index that is lost, or was made with other settings, is built anew beside it instead. Rejects
 * while another process does that.
 */
export async function reconcileIndex({ db, search, log }: SyncDeps): Promise<Reconciled> {
  const state = await indexState(search);
  if (state !== "current") {
    log.info({ state }, "the search index is being built");
    const documents = await rebuildIndex({ db, search, log });
    if (documents === null) throw new Error("Another process is writing to the search index.");
    return { stale: 0, surplus: 0 };
  }
  await dropLeftover({ db, search, log });
  const held = await heldStamps(search);
  const stale: string[] = [];
  for (let after: string | null = null; ; ) {
    const jobs = await listPublishedVersions(db, { after, limit: PAGE });
    for (const job of jobs) {
      if (held.get(job.id) !== stampOf(job)) stale.push(job.id);
      held.delete(job.id);
    }
    after = jobs.at(-1)?.id ?? null;
    if (jobs.length < PAGE) break;
  }
  const surplus = [...held.keys()];
  const wrong = [...stale, ...surplus];
  for (let at = 0; at < wrong.length; at += PAGE) {
    await markJobsDirty(db, wrong.slice(at, at + PAGE));
  }
  const found = { stale: stale.length, surplus: surplus.length };
  if (wrong.length > 0) {
    log.info(found, "the search index differed from the jobs and is being repaired");
  } else {
    // Until something says that the index is what it should be, even if empty, searches run on Postgres.
    await bumpSearchGeneration(db);
  }
  return found;
}

async function heldStamps({ client, jobsIndex }: SyncDeps["search"]): Promise<Map<string, string>> {
  const stamps = new Map<string, string>();
  for (let offset = 0; ; offset += PAGE) {
    const { results } = await client
      .index<JobDocument>(jobsIndex)
      .getDocuments({ fields: ["id", "stamp"], limit: PAGE, offset });
    for (const { id, stamp } of results) stamps.set(id, stamp);
    if (results.length < PAGE) return stamps;
  }
}
