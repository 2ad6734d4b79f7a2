import { z } from "zod";
import { runAlerts } from "#app/features/alerts/run-alerts.server.ts";
import { sendDigest } from "#app/features/alerts/send-digest.server.ts";
import { readResumeFile } from "#app/features/applicants/resume-reading/read-resume-file.server.ts";
import { tellApplicants } from "#app/features/applications/tell-applicants.server.ts";
import { tellMoved } from "#app/features/applications/tell-moved.server.ts";
import { tellSavers } from "#app/features/job-marks/tell-savers.server.ts";
import { runImport } from "#app/features/jobs/import/run-import.server.ts";
import { buildExport } from "#app/features/leaving/build-export.server.ts";
import type { TaskName } from "#app/platform/tasks.server.ts";
import { deleteSentMails } from "#db/queries/board-tasks.ts";
import { applyRetention } from "./apply-retention.ts";

import { deleteOrphanFiles } from "./delete-orphan-files.ts";
import { expireJobs } from "./expire-jobs.ts";
import {
  askEmployersStillHiring,
  markUnansweredApplications,
  publishScheduledJobs,
  refreshReplyRecords,
  warnEmployersOfReplies,
} from "./job-clocks.ts";
import { purgeSessions, purgeTokens } from "./purge.ts";
import { purgeAccounts } from "./purge-accounts.ts";
import { remindCredentials } from "./remind-credentials.ts";
import { remindDrafts } from "./remind-drafts.ts";
import { mailPayload, sendMail } from "./send-mail.ts";
import { rebuildSearch, reconcileSearch } from "./sync-search-index.ts";
import type { RunningTask, WorkerDeps } from "./worker-deps.ts";

export type RecurringTask =
  | "expire-jobs"
  | "publish-scheduled-jobs"
  | "run-alerts"
  | "mark-unanswered"
  | "refresh-reply-records"
  | "warn-of-replies"
  | "ask-still-hiring"
  | "reconcile-search"
  | "purge-sessions"
  | "purge-tokens"
  | "purge-sent-mail"
  | "delete-orphan-files"
  | "remind-drafts"
  | "remind-credentials"
  | "purge-accounts"
  | "apply-retention";

/** Reads a stored payload and runs it. */
export type RunTask = (deps: WorkerDeps, payload: unknown, task: RunningTask) => Promise<void>;

function task<Payload>(
  schema: z.ZodType<Payload>,
  handler: (deps: WorkerDeps, payload: Payload, task: RunningTask) => Promise<void>,
): RunTask {
  return (deps, payload, running) => handler(deps, schema.parse(payload), running);
}

const nothing = z.unknown();

/** Everything the worker can do: name → payload → handler. */
export const TASKS: Record<TaskName | RecurringTask, RunTask> = {
  "send-mail": task(mailPayload, sendMail),
  "send-digest": task(z.strictObject({ digestId: z.uuid() }), sendDigest),
  "run-alerts": task(nothing, runAlerts),
  "tell-applicants": task(z.strictObject({ jobId: z.uuid() }), tellApplicants),
  "import-jobs": task(z.strictObject({ importId: z.uuid() }), runImport),
  "rebuild-search": task(nothing, rebuildSearch),
  "tell-savers": task(z.strictObject({ jobId: z.uuid() }), tellSavers),
  "read-resume": task(z.strictObject({ resumeId: z.uuid() }), readResumeFile),
  "tell-moved": task(
    z.strictObject({ applicationId: z.uuid(), version: z.int(), eventId: z.uuid() }),
    tellMoved,
  ),
  "expire-jobs": task(nothing, expireJobs),
  "publish-scheduled-jobs": task(nothing, publishScheduledJobs),
  "mark-unanswered": task(nothing, markUnansweredApplications),
  "refresh-reply-records": task(nothing, refreshReplyRecords),
  "warn-of-replies": task(nothing, warnEmployersOfReplies),
  "ask-still-hiring": task(nothing, askEmployersStillHiring),
  "reconcile-search": task(nothing, reconcileSearch),
  "purge-sessions": task(nothing, purgeSessions),
  "purge-sent-mail": task(nothing, ({ db }) => deleteSentMails(db)),
  "purge-tokens": task(nothing, purgeTokens),
  "delete-orphan-files": task(nothing, deleteOrphanFiles),
  "remind-drafts": task(nothing, remindDrafts),
  "remind-credentials": task(nothing, remindCredentials),
  "purge-accounts": task(nothing, purgeAccounts),
  "apply-retention": task(nothing, applyRetention),
  "export-account": task(z.strictObject({ exportId: z.uuid() }), buildExport),
};
