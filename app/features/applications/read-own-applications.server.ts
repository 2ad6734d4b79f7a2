import { APPLICATION_STAGE_LABELS, type ApplicationStage } from "#app/domain/application-stage.ts";
import { EMPLOYER_SUSPENDED, NEXT_STEP, STAGE_MEANING } from "#app/domain/application-words.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listApplicationDrafts } from "#db/queries/application-drafts.ts";
import {
  countOwnApplications,
  listOwnApplications,
  type OwnApplicationRow,
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
    next: nextOf(row, list),
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

const nextOf = ({ stage, employerSuspended }: OwnApplicationRow, list: OwnList): string => {
  if (list === "closed") return STAGE_MEANING[stage];
  return employerSuspended ? EMPLOYER_SUSPENDED.next : NEXT_STEP[stage];
};

function noteOn(row: OwnApplicationRow, now: Date): string {
  const reply = replySentence(row, now);
  if (row.employerSuspended) return EMPLOYER_SUSPENDED.why;
  if (row.jobOpen) return reply;
  const { jobStatus: status, jobCloseReason: closeReason, jobHiddenAt: hiddenAt } = row;
  const why = whyNotOpen({ status, closeReason, hiddenAt });
  return row.firstReplyAt || !row.replyBy ? why : `${why} ${reply}`;
}
