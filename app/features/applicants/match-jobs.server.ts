import type { Match } from "#app/domain/match.ts";
import { matchApplicantOf } from "#app/domain/match-inputs.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobsToScore } from "#db/queries/applicant-home.ts";
import { readProfile } from "#db/queries/profiles.ts";

/**
 * How an applicant's profile stands to each of a page of jobs, by job id. Empty for a profile that names no family: a
 * score of nothing would only discourage. Jobs applied to, hidden or muted are left out.
 */
export async function matchJobs(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { userId, jobIds }: { userId: string; jobIds: readonly string[] },
): Promise<Record<string, Match>> {
  const [{ profile }, jobs] = await Promise.all([
    readProfile(db, userId),
    listJobsToScore(db, { of: { ids: jobIds }, userId, limit: jobIds.length }),
  ]);
  if (profile.experience.length === 0) return {};
  const applicant = matchApplicantOf(profile);
  const now = clock();
  return Object.fromEntries(jobs.map(({ id, job }) => [id, scoreMatch(job, applicant, now)]));
}
