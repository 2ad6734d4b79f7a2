import { termsOfJob } from "#app/domain/alerts/compile-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  holdLedger,
  listUsedTerms,
  readMatchableJobs,
  recordMatches,
  takeUnmatchedJobs,
} from "#db/queries/saved-search-matching.ts";

const FIRST_JOBS = 1;
const MOST_JOBS = 200;
// A statement that writes this many stays far below the five seconds it may take, on a busy machine too.
const MATCHES_AT_ONCE = 8_000;

/** Looks up the searches of every job just made public, as many jobs at once as their matches allow. */
export async function matchNewJobs(deps: Pick<Deps, "db">): Promise<void> {
  for (let limit = FIRST_JOBS; ; ) {
    const { jobs, matches } = await matchSome(deps, limit);
    if (jobs < limit) return;
    const fitting = Math.floor((MATCHES_AT_ONCE * jobs) / Math.max(1, matches));
    limit = Math.max(1, Math.min(fitting, limit * 2, MOST_JOBS));
  }
}

/** Takes up to `limit` jobs and writes down whose searches they answer. None while another worker is at it. */
export async function matchSome(
  { db }: Pick<Deps, "db">,
  limit: number,
): Promise<{ jobs: number; matches: number }> {
  return db.transaction().execute(async (trx) => {
    if (!(await holdLedger(trx))) return { jobs: 0, matches: 0 };
    const taken = await takeUnmatchedJobs(trx, limit);
    const queuedAt = new Map(taken.map((one) => [one.jobId, one.queuedAt]));
    const jobs = (await readMatchableJobs(trx, [...queuedAt.keys()])).map((job) => ({
      id: job.id,
      queuedAt: queuedAt.get(job.id) ?? "-infinity",
      terms: termsOfJob(job),
      held: job.apprentice ? [...job.values, "apprentice"] : job.values,
    }));
    // Most terms of a job are words nobody saved: asked once for all jobs they cost little.
    const used = await listUsedTerms(trx, [...new Set(jobs.flatMap(({ terms }) => terms))]);
    const matches = await recordMatches(
      trx,
      jobs.map((job) => ({ ...job, terms: job.terms.filter((term) => used.has(term)) })),
    );
    return { jobs: taken.length, matches };
  });
}
