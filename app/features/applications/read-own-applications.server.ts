import { APPLICATION_STAGE_LABELS, type ApplicationStage } from "#app/domain/application-stage.ts";
import { NEXT_STEP, STAGE_MEANING } from "#app/domain/application-words.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listApplicationDrafts } from "#db/queries/application-drafts.ts";
import {
  countOwnApplications,
  listOwnApplications,
  type OwnList,
} from "#db/queries/application-lists.ts";
import { replySentence } from "./reply-promise.ts";

const PAGE_SIZE = 20;

export interface OwnApplicationLine {
  id: string;
  stage: ApplicationStage;
  stageLabel: string;
  jobTitle: string;
  employerName: string;
  submittedAt: string;
  changedAt: string;
  /** The reply promise, or why the job ended; "" when neither matters any more. */
  note: string;
  /** What happens next and who acts; for what ended, what came of it. */
  next: string;
}

export interface OwnApplications {
  list: OwnList;
  counts: Record<OwnList, number>;
  lines: OwnApplicationLine[];
  /** Begun and not sent, for jobs that still take applications. */
  drafts: {
    slug: string;
    title: string;
    employerName: string;
    expiresAt: string;
    keptAt: string;
  }[];
  page: number;
  pageCount: number;
}

/** An applicant's own applications: those still open, or those that have ended. A page too far is the last one. */
export async function readOwnApplications(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, list, page: wanted }: { viewer: Viewer; list: OwnList; page: number },
): Promise<OwnApplications> {
  const counts = await countOwnApplications(deps.db, viewer.userId);
  const pageCount = Math.max(1, Math.ceil(counts[list] / PAGE_SIZE));
  const page = Math.min(wanted, pageCount);
  const rows = await listOwnApplications(deps.db, {
    applicantId: viewer.userId,
    list,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  const now = deps.clock();
  const lines = rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    stageLabel: APPLICATION_STAGE_LABELS[row.stage],
    jobTitle: row.jobTitle,
    employerName: row.employerName,
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.stageChangedAt.toISOString(),
    note: list === "closed" ? "" : noteOn(row, now),
    next: list === "closed" ? STAGE_MEANING[row.stage] : NEXT_STEP[row.stage],
  }));
  const begun =
    list === "open"
      ? await listApplicationDrafts(deps.db, { userId: viewer.userId, limit: 50 })
      : [];
  const drafts = begun.map(({ jobId: _, expiresAt, updatedAt, ...draft }) => ({
    ...draft,
    expiresAt: expiresAt.toISOString(),
    keptAt: updatedAt.toISOString(),
  }));
  return { list, counts, lines, drafts, page, pageCount };
}

function noteOn(row: Awaited<ReturnType<typeof listOwnApplications>>[number], now: Date): string {
  const reply = replySentence(row, now);
  if (row.jobOpen) return reply;
  const why = whyNotOpen({ status: row.jobStatus, closeReason: row.jobCloseReason });
  return row.firstReplyAt || !row.replyBy ? why : `${why} ${reply}`;
}
