import { isDomainError } from "#app/domain/errors.ts";
import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { type EmployerJob, findEmployerJob } from "#db/queries/employer-job.ts";
import { insertJobEvent, updateSeenJob } from "#db/queries/job-writes.ts";
import { holdDueJob, listDueScheduledJobs } from "#db/queries/scheduled-jobs.ts";
import { listConfirmingMembers } from "#db/queries/still-hiring.ts";
import { goPublic } from "./go-public.server.ts";
import { notPublishedEmail } from "./not-published.email.ts";
import { wayToPublic } from "./way-to-public.server.ts";

type Given = Pick<Deps, "db" | "tasks" | "origin" | "clock" | "jobReview" | "log">;

/**
 * Publishes up to `limit` scheduled jobs whose moment has come by the database's clock, each in a transaction of its
 * own and once, however many workers try. One that may not be public any more becomes a draft again and its employer is
 * told why; one that fails is logged and tried again with the next call, the others go on. Answers how many it settled.
 */
export async function publishDueJobs(deps: Given, limit: number): Promise<number> {
  let settled = 0;
  for (const due of await listDueScheduledJobs(deps.db, limit)) {
    try {
      if (await settleDue(deps, due)) settled += 1;
    } catch (error) {
      deps.log.error({ err: error, jobId: due.id }, "a scheduled job could not be published");
    }
  }
  return settled;
}

const settleDue = (deps: Given, { id, employerId }: { id: string; employerId: string }) =>
  deps.db.transaction().execute(async (trx) => {
    if (!(await holdDueJob(trx, id))) return false;
    const job = await findEmployerJob(trx, { employerId, jobId: id });
    if (!job) return false;
    await settle(deps, trx, job);
    return true;
  });

async function settle(deps: Given, trx: Db, job: EmployerJob): Promise<void> {
  const outcome = await readyColumns(deps, trx, job);
  const refusal = "refusal" in outcome ? outcome.refusal : null;
  const action = refusal === null ? "publish-scheduled" : "unschedule";
  const to = requireJobStatus(job.status, action);
  await updateSeenJob(trx, job, {
    ...("columns" in outcome ? outcome.columns : {}),
    status: to,
    publishAt: null,
    scheduledBy: null,
  });
  await insertJobEvent(trx, {
    jobId: job.id,
    actorId: null,
    kind: action,
    fromStatus: job.status,
    toStatus: to,
    note: refusal ?? "",
  });
  if (refusal === null) return;
  for (const { name, address } of await listConfirmingMembers(trx, job.employerId)) {
    const mail = notPublishedEmail({ origin: deps.origin, to: { name, address }, job, refusal });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  }
}

type Ready = { columns: Awaited<ReturnType<typeof goPublic>> } | { refusal: string };

async function readyColumns(
  { clock, jobReview }: Given,
  trx: Db,
  job: EmployerJob,
): Promise<Ready> {
  if (job.expiresAt && job.expiresAt <= clock()) return { refusal: "Its closing day has passed." };
  try {
    const way = await wayToPublic(trx, { jobReview, employerId: job.employerId });
    if (way !== "publish") return { refusal: "We read your jobs before they are public now." };
    return { columns: await goPublic(trx, job) };
  } catch (error) {
    if (isDomainError(error)) return { refusal: error.message };
    throw error;
  }
}
