import { satisfies, termsOfJob } from "#app/domain/alerts/compile-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import {
  type FoundJob,
  insertMatches,
  listCandidates,
  readMatchableJobs,
  takeUnmatchedJobs,
} from "#db/queries/saved-search-matching.ts";

/** Takes up to `limit` jobs just made public and writes down whose searches they answer; answers how many it took. */
export async function matchNewJobs({ db }: Pick<Deps, "db">, limit: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const taken = await takeUnmatchedJobs(trx, limit);
    const queuedAt = new Map(taken.map((one) => [one.jobId, one.queuedAt]));
    for (const job of await readMatchableJobs(trx, [...queuedAt.keys()])) {
      const savedSearchIds = await matchingSearches(trx, job, queuedAt.get(job.id) ?? null);
      await insertMatches(trx, { jobId: job.id, savedSearchIds });
    }
    return taken.length;
  });
}

/** The active searches a job answers, exactly as the search itself would list it. */
export async function matchingSearches(
  db: Db,
  job: FoundJob,
  before: Date | null,
): Promise<string[]> {
  const { held, lookup } = termsOfJob(job);
  const candidates = await listCandidates(db, { jobId: job.id, lookup, before });
  return candidates.filter(({ conditions }) => satisfies(conditions, held)).map(({ id }) => id);
}
