import { JOB_STATUSES, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { expireDueJobs } from "#db/queries/expired-jobs.ts";
import { inBatches } from "./in-batches.ts";

/**
 * Ends every job past its end, and in the same transaction leaves a task for each that tells the applicants who
 * wait. The lifecycle table says which statuses can expire; the database says when.
 */
export async function expireJobs(deps: Pick<Deps, "db" | "log" | "tasks">): Promise<void> {
  const from = JOB_STATUSES.filter((status) => nextJobStatus(status, "expire") !== null);
  const count = await inBatches(100, (limit) =>
    deps.db.transaction().execute(async (trx) => {
      const ended = await expireDueJobs(trx, { from, to: "expired", limit });
      for (const jobId of ended) await deps.tasks.enqueue(trx, "tell-applicants", { jobId });
      return ended.length;
    }),
  );
  if (count > 0) deps.log.info({ count }, "jobs expired");
}
