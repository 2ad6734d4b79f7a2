import { DomainError } from "#app/domain/errors.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import { isRepost, type Opening } from "#app/domain/repost.ts";
import type { Db } from "#db/client.ts";
import { countStandingUnanswered } from "#db/queries/reply-clock.ts";
import { type EarlierRun, findCopiedRun, listEndedRuns } from "#db/queries/reposts.ts";
import { unansweredSentence } from "./unanswered-words.ts";

interface Follower extends Opening {
  id: string;
  employerId: string;
  repostOfId: string | null;
}

/** The page of a job's applications, the longest due first. */
export const applicationsOf = (jobId: string): string =>
  `/employer/jobs/${jobId}/applications?view=list&sort=reply`;

/**
 * The ended run that a job would follow if it went public now: the one it was copied from, else the last of the same
 * title, specialty and place, however it was made. null for a new opening.
 */
export async function findRunBefore(db: Db, job: Follower): Promise<EarlierRun | null> {
  const { id, employerId, repostOfId, title } = job;
  const copied = repostOfId ? await findCopiedRun(db, { employerId, jobId: repostOfId }) : null;
  if (copied?.ended && isRepost(job, copied, { copied: true })) return copied;
  const ended = await listEndedRuns(db, { employerId, title, notId: id });
  return ended.find((run) => isRepost(job, run, { copied: false })) ?? null;
}

/** The run whose unanswered applications would keep a job from being posted again, and how many they are. */
export async function findUnanswered(
  db: Db,
  job: Follower & { firstPublishedAt: Date | null; status: JobStatus },
): Promise<{ jobId: string; count: number } | null> {
  const before = job.status === "draft" ? await findRunBefore(db, job) : null;
  const jobId = before?.id ?? job.id;
  const count = await countStandingUnanswered(db, jobId);
  return count > 0 ? { jobId, count } : null;
}

/** Throws `DomainError("stands-unanswered")`, with the way to them, while applications of this run have no answer. */
export async function requireAnswered(db: Db, jobId: string, doing: string): Promise<void> {
  const count = await countStandingUnanswered(db, jobId);
  if (count === 0) return;
  throw new DomainError(
    "stands-unanswered",
    unansweredSentence(count, doing),
    applicationsOf(jobId),
  );
}
