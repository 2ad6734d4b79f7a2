import { DomainError } from "#app/domain/errors.ts";
import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  endingOn,
  insertJobEvent,
  replaceRequirements,
  scheduledFor,
  updateSeenJob,
} from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { jobSlug } from "./create-draft.server.ts";
import { findPlace } from "./find-place.server.ts";
import type { JobInput } from "./job.form.ts";
import { jobColumns } from "./job-columns.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";
import { readStoredForm } from "./read-stored-form.server.ts";
import { findRunBefore, requireAnswered } from "./repost.server.ts";
import { scheduleDays } from "./schedule-days.ts";
import { wayToPublic } from "./way-to-public.server.ts";

/**
 * Schedules what was last typed of a draft. Throws `DomainError`: "incomplete" while anything is missing, "illegal-move"
 * for a day that is past or after its closing day.
 */
export async function scheduleStoredJob(
  deps: Pick<Deps, "db" | "clock" | "jobReview">,
  { member, seen, publishOn }: { member: Member; seen: SeenVersion; publishOn: string },
): Promise<void> {
  const stored = await requireOwnJob(deps.db, member, seen.jobId);
  requireJobStatus(stored.status, "schedule");
  const { job } = readStoredForm(stored, deps.clock());
  if (!job) {
    throw new DomainError(
      "incomplete",
      "Some fields still need an answer before it can be scheduled.",
    );
  }
  const { first, last } = scheduleDays(deps.clock(), job.closesOn);
  if (publishOn < first || publishOn > last) {
    throw new DomainError(
      "illegal-move",
      `Choose a day from ${first} to ${last}, its closing day.`,
    );
  }
  await scheduleJob(deps, { member, seen, job, publishOn });
}

/** Sets a whole draft to go public by itself on the morning of `publishOn`, New York's time ("YYYY-MM-DD"). */
async function scheduleJob(
  { db, jobReview }: Pick<Deps, "db" | "jobReview">,
  {
    member,
    seen,
    job: input,
    publishOn,
  }: { member: Member; seen: SeenVersion; job: JobInput; publishOn: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    const to = requireJobStatus(job.status, "schedule");
    requireVersion(job, seen.version);
    if ((await wayToPublic(trx, { jobReview, employerId: member.employerId })) !== "publish") {
      throw new DomainError(
        "illegal-move",
        "We read your jobs before they are public, so a day cannot be set. Publish it to send it to us.",
      );
    }
    const earlier = await findRunBefore(trx, { ...job, ...input });
    if (earlier) await requireAnswered(trx, earlier.id, "schedule it again");
    const version = await updateSeenJob(trx, job, {
      ...jobColumns(input, findPlace),
      ...endingOn(input.closesOn),
      ...scheduledFor(publishOn),
      ...(job.firstPublishedAt ? {} : { slug: jobSlug(input.title) }),
      scheduledBy: member.userId,
      status: to,
      formDraft: toJson(null),
    });
    if (version === null) throw changedMeanwhile();
    await replaceRequirements(trx, job.id, input.requirements);
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind: "schedule",
      fromStatus: job.status,
      toStatus: to,
      note: publishOn,
    });
  });
}
