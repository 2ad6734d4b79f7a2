import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteDraft } from "#db/queries/job-writes.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";

/** Deletes a draft that was never public, for good. */
export async function discardDraft(
  { db }: Pick<Deps, "db">,
  { member, seen }: { member: Member; seen: SeenVersion },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    if (job.status !== "draft" || job.firstPublishedAt) {
      throw new DomainError(
        "illegal-move",
        "Only a draft that was never public can be discarded. Close this job instead.",
      );
    }
    requireVersion(job, seen.version);
    if (!(await deleteDraft(trx, job))) throw changedMeanwhile();
  });
}
