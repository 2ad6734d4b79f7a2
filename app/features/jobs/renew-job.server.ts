import { addDays, closingCalendarDay, LONGEST_OPEN_DAYS } from "#app/domain/closing-day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  confirmedNow,
  endingOn,
  forgetSaversTold,
  insertJobEvent,
  repostedNow,
  updateSeenJob,
} from "#db/queries/job-writes.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";
import { requireAnswered } from "./repost.server.ts";
import { wayToPublic } from "./way-to-public.server.ts";

/** The first and the last day a job may be renewed to: New York's calendar days, "YYYY-MM-DD". */
export function renewalDays(now: Date): { first: string; last: string } {
  const today = closingCalendarDay(now);
  return { first: addDays(today, 1), last: addDays(today, LONGEST_OPEN_DAYS) };
}

/**
 * Gives a published job a later closing day, or makes an expired one public again under its address, first day and
 * applications, after a review where the board's policy asks for one. Answers whether it is in review now. Throws `DomainError`: "stands-unanswered" with the way to the applications, "illegal-move" for a day
 * that is not later or too far, or a status that cannot be renewed.
 */
export async function renewJob(
  { db, clock, jobReview }: Pick<Deps, "db" | "clock" | "jobReview">,
  { member, seen, closesOn }: { member: Member; seen: SeenVersion; closesOn: string },
): Promise<{ inReview: boolean }> {
  return await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    const ended = job.status === "expired";
    const action = ended ? "renew" : "extend";
    requireJobStatus(job.status, action);
    requireVersion(job, seen.version);
    const { first, last } = renewalDays(clock());
    if (closesOn < first || closesOn > last) {
      throw new DomainError("illegal-move", `Choose a day from ${first} to ${last}.`);
    }
    if (!ended && job.closesOn && closesOn <= job.closesOn) {
      throw new DomainError(
        "illegal-move",
        `It is open through ${job.closesOn} already. Choose a later day.`,
      );
    }
    await requireAnswered(trx, job.id, ended ? "post it again" : "extend it");
    const way = await wayToPublic(trx, { jobReview, employerId: member.employerId });
    const step = ended && way === "submit-for-review" ? way : action;
    const to = requireJobStatus(job.status, step);
    const again = { id: job.repostOfId, firstPublishedAt: job.firstPublishedAt };
    const version = await updateSeenJob(trx, job, {
      ...endingOn(closesOn),
      ...(ended ? { ...repostedNow(again), closedAt: null, closeReason: null } : confirmedNow()),
      status: to,
    });
    if (version === null) throw changedMeanwhile();
    if (ended) await forgetSaversTold(trx, job.id);
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind: step,
      fromStatus: job.status,
      toStatus: to,
      note: closesOn,
    });
    return { inReview: step === "submit-for-review" };
  });
}
