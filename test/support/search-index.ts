import type { Deps } from "#app/platform/deps.server.ts";
import type { SearchEngine } from "#search/client.ts";
import { drainOutbox } from "#search/sync/drain-outbox.ts";
import { prepareIndex } from "#search/sync/settings.ts";
import type { SyncDeps } from "#search/sync/sync-deps.ts";

/** The engine of these deps; throws where the machine has none. */
export function engineOf({ search }: Pick<Deps, "search">): SearchEngine {
  if (!search) throw new Error("these tests need Meilisearch");
  return search;
}

export const syncDeps = ({ db, search, log }: Deps): SyncDeps => ({
  db,
  search: engineOf({ search }),
  log,
});

/** Makes the index if need be and drains every mark into it, as the worker does. */
export async function indexJobs(deps: Deps): Promise<void> {
  await prepareIndex(engineOf(deps));
  while ((await drainOutbox(syncDeps(deps))) > 0);
}
