import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listEmployerContacts } from "#db/queries/employer-contacts.ts";
import { holdJobForBoard, settleReports } from "#db/queries/job-review.ts";
import {
  approvedNow,
  closedNow,
  confirmedNow,
  insertJobEvent,
  updateSeenJob,
} from "#db/queries/job-writes.ts";
import { jobApprovedMail, jobRemovedMail, jobReturnedMail } from "./decisions.email.ts";

export type JobDecision =
  | { action: "approve" }
  | { action: "return"; reason: string }
  | { action: "remove"; reason: string }
  | { action: "dismiss" };

interface Decision {
  adminId: string;
  jobId: string;
  /** The version of the job the admin read. */
  version: number;
  decision: JobDecision;
}

type HeldJob = NonNullable<Awaited<ReturnType<typeof holdJobForBoard>>>;

/**
 * Decides over a job that waits for the board: one transaction with the job's event, the audit entry and the mails to
 * its employer. Throws "changed-meanwhile" when the job is not as it was read.
 */
export async function reviewJob(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { adminId, jobId, version, decision }: Decision,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const job = await holdJobForBoard(trx, jobId);
    if (!job) throw notFoundError();
    const audit = {
      actorId: adminId,
      subjectKind: "job",
      subjectId: job.id,
      employerId: job.employerId,
    } as const;
    if (decision.action === "dismiss") {
      const reports = await settleReports(trx, { jobId, by: adminId, outcome: "dismissed" });
      if (reports === 0) return;
      await recordAudit(trx, { ...audit, action: "report-dismissed", details: { reports } });
      return;
    }
    const { action, changes, auditAction } = stepOf(job, decision);
    const to = requireJobStatus(job.status, action);
    const changed = await updateSeenJob(trx, { ...job, version }, { ...changes, status: to });
    if (changed === null) throw readAgain();
    const note = "reason" in decision ? decision.reason : "";
    const event = { jobId, actorId: adminId, fromStatus: job.status, toStatus: to };
    await insertJobEvent(trx, { ...event, kind: action, note });
    if (action === "remove") {
      await settleReports(trx, { jobId, by: adminId, outcome: "removed" });
      await deps.tasks.enqueue(trx, "tell-applicants", { jobId });
    }
    await recordAudit(trx, {
      ...audit,
      action: auditAction,
      details: { from: job.status, ...(note ? { reason: note } : {}) },
    });
    const contacts = await listEmployerContacts(trx, {
      employerId: job.employerId,
      authorId: job.createdBy,
    });
    for (const contact of contacts) {
      const mail = mailOf(decision, { to: contact, origin: deps.origin, job });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }
  });
}

function stepOf(job: HeldJob, decision: Exclude<JobDecision, { action: "dismiss" }>) {
  switch (decision.action) {
    case "approve":
      if (job.ended) {
        throw new DomainError(
          "illegal-move",
          "Its closing day has passed while it waited. Return it, so that the employer can choose a later day.",
        );
      }
      return {
        action: "approve",
        changes: job.edited ? confirmedNow() : approvedNow(),
        auditAction: "job-approved",
      } as const;
    case "return":
      return { action: "reject", changes: {}, auditAction: "job-returned" } as const;
    case "remove":
      return {
        action: "remove",
        changes: { ...closedNow("removed"), publishAt: null, scheduledBy: null },
        auditAction: "job-removed",
      } as const;
  }
}

function mailOf(
  decision: Exclude<JobDecision, { action: "dismiss" }>,
  about: { to: { name: string; address: string }; origin: string; job: HeldJob },
): Mail {
  if (decision.action === "approve") return jobApprovedMail(about);
  const facts = { ...about, reason: decision.reason };
  return decision.action === "return" ? jobReturnedMail(facts) : jobRemovedMail(facts);
}

const readAgain = () =>
  new DomainError(
    "changed-meanwhile",
    "This job changed after you opened it, so nothing was decided. Read it as it is now.",
  );
