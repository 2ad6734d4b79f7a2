import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { once } from "#app/web/once.server.ts";
import {
  endingOn,
  insertJobEvent,
  replaceRequirements,
  updateSeenJob,
} from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { jobSlug } from "./create-draft.server.ts";
import { findPlace } from "./find-place.server.ts";
import { goPublic } from "./go-public.server.ts";
import type { JobInput } from "./job.form.ts";
import { jobColumns } from "./job-columns.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";
import { wayToPublic } from "./way-to-public.server.ts";

/**
 * Makes a whole draft public, or sends it to review where the board's policy asks for that, in one transaction with its
 * event. Sent twice with one key it happens once. A repost keeps the first day of the run it follows, and is refused
 * while applications of that run stand unanswered. Answers whether it is in review now.
 */
export async function publishJob(
  { db, jobReview }: Pick<Deps, "db" | "jobReview">,
  {
    member,
    seen,
    job: input,
    idempotencyKey,
  }: { member: Member; seen: SeenVersion; job: JobInput; idempotencyKey: string },
): Promise<{ inReview: boolean }> {
  return await db.transaction().execute(async (trx) => {
    const earlier = await once(trx, {
      key: idempotencyKey,
      userId: member.userId,
      route: "publish-job",
      body: seen.jobId,
      location: seen.jobId,
    });
    if (earlier) {
      const { status } = await requireOwnJob(trx, member, seen.jobId);
      return { inReview: status === "in-review" };
    }
    const job = await requireOwnJob(trx, member, seen.jobId);
    const action = await wayToPublic(trx, { jobReview, employerId: member.employerId });
    const to = requireJobStatus(job.status, action);
    requireVersion(job, seen.version);
    const columns = await goPublic(trx, { ...job, ...input });
    const version = await updateSeenJob(trx, job, {
      ...jobColumns(input, findPlace),
      ...endingOn(input.closesOn),
      ...(action === "publish" ? columns : { repostOfId: columns.repostOfId }),
      // Until its first publication nobody has the address, so it may follow the title.
      ...(job.firstPublishedAt ? {} : { slug: jobSlug(input.title) }),
      status: to,
      formDraft: toJson(null),
    });
    if (version === null) throw changedMeanwhile();
    await replaceRequirements(trx, job.id, input.requirements);
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind: action,
      fromStatus: job.status,
      toStatus: to,
    });
    return { inReview: action === "submit-for-review" };
  });
}
