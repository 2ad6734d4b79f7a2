import type { Opening } from "#app/domain/repost.ts";
import type { Db } from "#db/client.ts";
import { publishedNow, repostedNow } from "#db/queries/job-writes.ts";
import { findRunBefore, requireAnswered } from "./repost.server.ts";

/**
 * The columns of a job that becomes public now: a repost keeps the first day of the run it follows. Throws
 * `DomainError("stands-unanswered")` while applications of that run have no answer.
 */
export async function goPublic(
  trx: Db,
  job: Opening & { id: string; employerId: string; repostOfId: string | null },
) {
  const earlier = await findRunBefore(trx, job);
  if (!earlier) return { ...publishedNow(), repostOfId: null };
  await requireAnswered(trx, earlier.id, "post it again");
  return repostedNow(earlier);
}
