import { JOB_STATUSES, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { expireDueJobs } from "#db/queries/expired-jobs.ts";
import { inBatches } from "./in-batches.ts";

type Given = Pick<Deps, "db" | "tasks" | "log">;

const FROM = JOB_STATUSES.filter((status) => nextJobStatus(status, "expire") !== null);

/**
 * Ends every job past its end and has those told who wait for an answer or saved it. The lifecycle table says which statuses
 * can expire; the database's clock says when.
 */
export async function expireJobs(deps: Given): Promise<void> {
  const count = await inBatches(500, (limit) => expireSome(deps, limit));
  if (count > 0) deps.log.info({ count }, "jobs expired");
}

function expireSome({ db, tasks }: Given, limit: number): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const expired = await expireDueJobs(transaction, { from: FROM, to: "expired", limit });
    for (const { id, applied, saved } of expired) {
      if (applied) await tasks.enqueue(transaction, "tell-applicants", { jobId: id });
      if (saved) await tasks.enqueue(transaction, "tell-savers", { jobId: id });
    }
    return expired.length;
  });
}
