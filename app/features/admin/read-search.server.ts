import type { Deps } from "#app/platform/deps.server.ts";
import { countSearchMarks, listDeadMarks } from "#db/queries/board-search.ts";
import { oldestSearchMarkSeconds } from "#db/queries/search-lag.ts";
import { countPublishedJobs } from "#db/queries/searchable-jobs.ts";

const DEAD_SHOWN = 100;

/** How the search index stands against the jobs. `documents` is null when the engine does not answer. */
export async function readSearchState({ db, search, log }: Pick<Deps, "db" | "search" | "log">) {
  const [marks, dead, lagSeconds, published, documents] = await Promise.all([
    countSearchMarks(db),
    listDeadMarks(db, DEAD_SHOWN),
    oldestSearchMarkSeconds(db),
    countPublishedJobs(db),
    countDocuments({ search, log }),
  ]);
  return {
    hasEngine: search !== null,
    waiting: marks.waiting,
    deadCount: marks.dead,
    dead: dead.map(({ deadAt, ...mark }) => ({ ...mark, deadAt: deadAt.toISOString() })),
    lagSeconds: Math.round(lagSeconds),
    published,
    documents,
  };
}

async function countDocuments({
  search,
  log,
}: Pick<Deps, "search" | "log">): Promise<number | null> {
  if (!search) return null;
  try {
    // A search and not the statistics: the web process's key may only search.
    const { totalHits } = await search.client
      .index(search.jobsIndex)
      .search("", { hitsPerPage: 1, page: 1, attributesToRetrieve: ["id"] });
    return totalHits;
  } catch (error) {
    log.warn({ err: error }, "the search engine did not say how many documents it holds");
    return null;
  }
}
