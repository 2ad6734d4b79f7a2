import { JOB_STATUSES, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { expireDueJobs } from "#db/queries/expired-jobs.ts";
import { inBatches } from "./in-batches.ts";

/** Ends every job past its end. The lifecycle table says which statuses can expire; the database says when. */
export async function expireJobs({ db, log }: Pick<Deps, "db" | "log">): Promise<void> {
  const from = JOB_STATUSES.filter((status) => nextJobStatus(status, "expire") !== null);
  const count = await inBatches(500, (limit) => expireDueJobs(db, { from, to: "expired", limit }));
  if (count > 0) log.info({ count }, "jobs expired");
}
