import type { Deps } from "#app/platform/deps.server.ts";
import { drainOutbox } from "#search/sync/drain-outbox.ts";
import { rebuildIndex } from "#search/sync/rebuild-index.ts";
import { reconcileIndex } from "#search/sync/reconcile.ts";

/**
 * A pass for `startSearchSync`. The first, and the first after a failure, makes sure of the index and compares it
 * with the jobs: the engine may have been away, or come back empty.
 */
export function searchIndexPass(): (deps: Deps) => Promise<number> {
  let isSure = false;
  return async ({ db, search, log }) => {
    if (!search) return 0;
    const deps = { db, search, log };
    try {
      if (!isSure) await reconcileIndex(deps);
      isSure = true;
      return await drainOutbox(deps);
    } catch (error) {
      isSure = false;
      throw error;
    }
  };
}

/** The new index somebody of the board asked for. Throws while another process keeps the index to itself. */
export async function rebuildSearch({ db, search, log }: Deps): Promise<void> {
  if (!search) return;
  const documents = await rebuildIndex({ db, search, log });
  if (documents === null) throw new Error("Another process is writing to the index.");
  log.info({ documents }, "the search index was rebuilt");
}

/** The recurring comparison; the pass above writes what it finds. */
export async function reconcileSearch({ db, search, log }: Deps): Promise<void> {
  if (search) await reconcileIndex({ db, search, log });
}
