import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import { changesWhatIsRead } from "#app/domain/job-review.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  confirmedNow,
  endingOn,
  insertJobEvent,
  replaceRequirements,
  updateSeenJob,
} from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { findPlace } from "./find-place.server.ts";
import type { JobInput } from "./job.form.ts";
import { jobColumns } from "./job-columns.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireStatus,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";
import { requireAnswered } from "./repost.server.ts";
import { wayToPublic } from "./way-to-public.server.ts";

/**
 * Changes a published or paused job as a whole: people see the old one or the new one, under the same address. Where
 * the board reads this employer's jobs first, other words or another pay send it back to review; answers whether.
 */
export async function updateJob(
  { db, jobReview }: Pick<Deps, "db" | "jobReview">,
  { member, seen, job: input }: { member: Member; seen: SeenVersion; job: JobInput },
): Promise<{ inReview: boolean }> {
  return await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    requireStatus(job, ["published", "paused"], "edited");
    requireVersion(job, seen.version);
    if (job.closesOn && input.closesOn > job.closesOn) {
      await requireAnswered(trx, job.id, "extend it");
    }
    const columns = jobColumns(input, findPlace);
    const way = await wayToPublic(trx, { jobReview, employerId: member.employerId });
    const before = { ...job, questions: job.screeningQuestions };
    const inReview =
      way !== "publish" &&
      changesWhatIsRead(before, { ...columns, questions: input.questions ?? [] });
    const kind = inReview ? "review-edit" : "edit";
    const status = inReview ? requireJobStatus(job.status, "review-edit") : job.status;
    const version = await updateSeenJob(trx, job, {
      ...columns,
      ...endingOn(input.closesOn),
      ...confirmedNow(),
      status,
      formDraft: toJson(null),
    });
    if (version === null) throw changedMeanwhile();
    await replaceRequirements(trx, job.id, input.requirements);
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind,
      fromStatus: job.status,
      toStatus: status,
    });
    return { inReview };
  });
}
