import { markUnanswered } from "#app/features/applications/reply-clock/mark-unanswered.server.ts";
import { warnOfReplies } from "#app/features/applications/reply-clock/warn-of-replies.server.ts";
import { publishDueJobs } from "#app/features/jobs/publish-due-jobs.server.ts";
import {
  askStillHiring,
  pauseUnconfirmed,
  remindStillHiring,
} from "#app/features/jobs/still-hiring/ask-still-hiring.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteSpentConfirmLinks } from "#db/queries/confirm-links.ts";
import { noteAgedRecords, refreshStaleRecords } from "#db/queries/reply-records.ts";
import { inBatches } from "./in-batches.ts";

type Given = Pick<Deps, "db" | "tasks" | "log" | "origin" | "clock" | "jobReview">;

/** Marks applications whose promised day passed without an answer and tells their applicants. */
export async function markUnansweredApplications(deps: Given): Promise<void> {
  const count = await inBatches(100, (limit) => markUnanswered(deps, limit));
  if (count > 0) deps.log.info({ count }, "applications marked as unanswered");
}

/** Counts the records of employers anew whose applications changed, or whose count is a day old. */
export async function refreshReplyRecords({ db }: Given): Promise<void> {
  await noteAgedRecords(db, 500);
  await inBatches(500, (limit) =>
    db.transaction().execute((trx) => refreshStaleRecords(trx, limit)),
  );
}

/** Reminds employers of the answers they promised within the next two days. */
export async function warnEmployersOfReplies(deps: Given): Promise<void> {
  const count = await inBatches(100, (limit) => warnOfReplies(deps, limit));
  if (count > 0) deps.log.info({ count }, "employers reminded of promised answers");
}

/** Asks about published jobs nobody has confirmed for long, reminds, and pauses those nobody confirms. */
export async function askEmployersStillHiring(deps: Given): Promise<void> {
  const paused = await inBatches(100, (limit) => pauseUnconfirmed(deps, limit));
  const reminded = await inBatches(100, (limit) => remindStillHiring(deps, limit));
  const asked = await inBatches(100, (limit) => askStillHiring(deps, limit));
  await inBatches(1_000, (limit) => deleteSpentConfirmLinks(deps.db, limit));
  if (paused + reminded + asked > 0)
    deps.log.info({ asked, reminded, paused }, "asked whether jobs are still open");
}

/** Publishes scheduled jobs whose moment has come. */
export async function publishScheduledJobs(deps: Given): Promise<void> {
  const count = await inBatches(100, (limit) => publishDueJobs(deps, limit));
  if (count > 0) deps.log.info({ count }, "scheduled jobs published");
}
