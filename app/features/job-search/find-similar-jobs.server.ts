import type { JobHit } from "#app/domain/job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { listSimilarJobIds } from "#db/queries/similar-jobs.ts";

/** Open jobs of the same specialty, most families in common first; for an ended job as well. */
export async function findSimilarJobs(
  { db }: Pick<Deps, "db">,
  { jobId, limit }: { jobId: string; limit: number },
): Promise<JobHit[]> {
  return listJobHits(db, await listSimilarJobIds(db, { jobId, limit }));
}
