import type { Deps } from "#app/platform/deps.server.ts";
import { updateSeenJob } from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireStatus,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";

/** Forgets the changes kept beside a published or paused job. What people see stays. */
export async function dropChanges(
  { db }: Pick<Deps, "db">,
  { member, seen }: { member: Member; seen: SeenVersion },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    requireStatus(job, ["published", "paused"], "edited");
    requireVersion(job, seen.version);
    const version = await updateSeenJob(trx, job, { formDraft: toJson(null) });
    if (version === null) throw changedMeanwhile();
  });
}
