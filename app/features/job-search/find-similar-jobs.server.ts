import type { JobHit } from "#app/domain/job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { listKindredJobIds, listSimilarJobIds } from "#db/queries/similar-jobs.ts";

/** Open jobs of the same specialty, most families in common first, then others that share families; for an ended job as well. */
export async function findSimilarJobs(
  { db }: Pick<Deps, "db">,
  { slug, limit }: { slug: string; limit: number },
): Promise<JobHit[]> {
  const ids = await listSimilarJobIds(db, { slug, limit });
  if (ids.length < limit) ids.push(...(await listKindredJobIds(db, { slug, limit })));
  return listJobHits(db, [...new Set(ids)].slice(0, limit));
}
