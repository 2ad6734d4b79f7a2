import { DomainError } from "#app/domain/errors.ts";
import { type CloseReason, requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { closedNow, insertJobEvent, resumedNow, updateSeenJob } from "#db/queries/job-writes.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";

export type StatusChange =
  | { action: "pause" | "resume" | "revise" | "unschedule" }
  | { action: "close"; reason: CloseReason };

/** Pauses, resumes, takes back or closes a job. Closing tells everyone whose application is still open. */
export async function changeJobStatus(
  deps: Pick<Deps, "db" | "tasks" | "clock">,
  { member, seen, change }: { member: Member; seen: SeenVersion; change: StatusChange },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    const to = requireJobStatus(job.status, change.action);
    requireVersion(job, seen.version);
    if (change.action === "resume" && job.expiresAt && job.expiresAt <= deps.clock()) {
      throw new DomainError(
        "illegal-move",
        "This job's closing day has passed. Edit it and choose a later day, then resume it.",
      );
    }
    const version = await updateSeenJob(trx, job, {
      status: to,
      ...(change.action === "pause" ? { pauseReason: null } : {}),
      ...(change.action === "resume" ? resumedNow() : {}),
      ...(change.action === "unschedule" ? { publishAt: null, scheduledBy: null } : {}),
      ...(change.action === "close" ? closedNow(change.reason) : {}),
    });
    if (version === null) throw changedMeanwhile();
    await insertJobEvent(trx, {
      jobId: job.id,
      actorId: member.userId,
      kind: change.action,
      fromStatus: job.status,
      toStatus: to,
      note: change.action === "close" ? change.reason : "",
    });
    if (change.action === "close") {
      await deps.tasks.enqueue(trx, "tell-applicants", { jobId: job.id });
      await deps.tasks.enqueue(trx, "tell-savers", { jobId: job.id });
    }
  });
}
