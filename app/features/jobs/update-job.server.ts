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

/** Changes a published or paused job as a whole: people see the old one or the new one, under the same address. */
export async function updateJob(
  { db }: Pick<Deps, "db">,
  { member, seen, job: input }: { member: Member; seen: SeenVersion; job: JobInput },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    requireStatus(job, ["published", "paused"], "edited");
    requireVersion(job, seen.version);
    if (job.closesOn && input.closesOn > job.closesOn) {
      await requireAnswered(trx, job.id, "extend it");
    }
    const version = await updateSeenJob(trx, job, {
      ...jobColumns(input, findPlace),
      ...endingOn(input.closesOn),
      ...confirmedNow(),
      formDraft: toJson(null),
    });
    if (version === null) throw changedMeanwhile();
    await replaceRequirements(trx, job.id, input.requirements);
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind: "edit",
      fromStatus: job.status,
      toStatus: job.status,
    });
  });
}
