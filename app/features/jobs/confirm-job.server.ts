import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { confirmedNow, insertJobEvent, updateSeenJob } from "#db/queries/job-writes.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";

/** Says today that a published job is still open; coders see the date. */
export async function confirmJob(
  { db }: Pick<Deps, "db">,
  { member, seen }: { member: Member; seen: SeenVersion },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    const to = requireJobStatus(job.status, "confirm");
    requireVersion(job, seen.version);
    const version = await updateSeenJob(trx, job, confirmedNow());
    if (version === null) throw changedMeanwhile();
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind: "confirm",
      fromStatus: job.status,
      toStatus: to,
    });
  });
}
