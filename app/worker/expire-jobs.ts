import { JOB_STATUSES, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import { tellApplicantsJobEnded } from "#app/features/jobs/tell-applicants.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { expireDueJobs } from "#db/queries/expired-jobs.ts";
import { inBatches } from "./in-batches.ts";

/**
 * Ends every job past its end and tells the applicants still waiting, in one transaction a batch. The lifecycle
 * table says which statuses can expire; the database says when.
 */
export async function expireJobs(
  deps: Pick<Deps, "db" | "log" | "tasks" | "origin">,
): Promise<void> {
  const from = JOB_STATUSES.filter((status) => nextJobStatus(status, "expire") !== null);
  const count = await inBatches(100, (limit) =>
    deps.db.transaction().execute(async (trx) => {
      const ended = await expireDueJobs(trx, { from, to: "expired", limit });
      await tellApplicantsJobEnded(deps, trx, ended);
      return ended.length;
    }),
  );
  if (count > 0) deps.log.info({ count }, "jobs expired");
}
