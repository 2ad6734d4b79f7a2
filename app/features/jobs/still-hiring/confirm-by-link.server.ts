import { DomainError } from "#app/domain/errors.ts";
import { type JobAction, requireJobStatus } from "#app/domain/job-lifecycle.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findConfirmLink } from "#db/queries/confirm-links.ts";
import { confirmedNow, insertJobEvent, resumedNow, updateSeenJob } from "#db/queries/job-writes.ts";
import { confirmHashOf } from "./ask-still-hiring.server.ts";

type Link = NonNullable<Awaited<ReturnType<typeof findConfirmLink>>>;

/** What a mailed link's page offers: one button, or why there is none. */
export interface ConfirmPage {
  title: string;
  employerName: string;
  jobId: string;
  /** "confirm" says it is open, "resume" brings back what we paused; null when neither is possible. */
  offer: "confirm" | "resume" | null;
  /** Why there is nothing to do; "" when there is. */
  because: string;
  confirmedAt: string | null;
  lastDay: string | null;
}

/** What a link is about, without using it; null when it has run out or its person no longer answers for the job. */
export async function readConfirmPage(
  { db }: Pick<Deps, "db">,
  token: string,
): Promise<ConfirmPage | null> {
  const link = await findConfirmLink(db, confirmHashOf(token));
  if (!link) return null;
  const action = offered(link);
  return {
    title: link.title,
    employerName: link.employerName,
    jobId: link.jobId,
    offer: link.confirmedSince && action === "confirm" ? null : action,
    because: action ? "" : whyNot(link),
    confirmedAt: link.confirmedAt?.toISOString() ?? null,
    lastDay: link.expiresAt?.toISOString() ?? null,
  };
}

/**
 * Says by a mailed link that a job is still open: confirms it, or brings it back when we had paused it. Sent twice it
 * happens once. Throws `DomainError`: "token-invalid", or "illegal-move" with the reason.
 */
export async function confirmByLink({ db }: Pick<Deps, "db">, token: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await db.transaction().execute((trx) => tryToConfirm(trx, token))) return;
  }
  throw new DomainError("changed-meanwhile", "This job is being changed. Try again in a moment.");
}

async function tryToConfirm(trx: Deps["db"], token: string): Promise<boolean> {
  const link = await findConfirmLink(trx, confirmHashOf(token));
  if (!link) {
    throw new DomainError(
      "token-invalid",
      "This link no longer works. Log in and confirm the job on your desk.",
    );
  }
  const action = offered(link);
  if (!action) throw new DomainError("illegal-move", whyNot(link));
  if (action === "confirm" && link.confirmedSince) return true;
  const to = requireJobStatus(link.status, action);
  const seen = {
    id: link.jobId,
    employerId: link.employerId,
    status: link.status,
    version: link.version,
  };
  const changes = action === "resume" ? { status: to, ...resumedNow() } : confirmedNow();
  if ((await updateSeenJob(trx, seen, changes)) === null) return false;
  await insertJobEvent(trx, {
    jobId: link.jobId,
    actorId: link.userId,
    kind: action,
    fromStatus: link.status,
    toStatus: to,
    note: "by mail",
  });
  return true;
}

/** A job that a member paused is theirs to bring back on the desk: only what we paused comes back by mail. */
function offered({
  status,
  pauseReason,
  ended,
}: Link): (JobAction & ("confirm" | "resume")) | null {
  if (ended) return null;
  if (status === "published") return "confirm";
  return status === "paused" && pauseReason === "unconfirmed" ? "resume" : null;
}

function whyNot({ status, closeReason, ended }: Link): string {
  if (ended) return "This job has passed its closing date, so there is nothing to confirm.";
  if (status === "paused")
    return "Somebody on your team has paused this job. Resume it on your desk.";
  return whyNotOpen({ status, closeReason });
}
