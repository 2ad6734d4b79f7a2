import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countThreads, listThreads, type ThreadsOf } from "#db/queries/message-threads.ts";

export interface ThreadLine {
  applicationId: string;
  stage: ApplicationStage;
  /** Who is at the other end. */
  other: string;
  jobTitle: string;
  unread: number;
  /** The beginning of the last message. */
  words: string;
  mine: boolean;
  /** ISO 8601. */
  at: string;
}

export interface ThreadList {
  lines: ThreadLine[];
  unreadOnly: boolean;
  counts: { all: number; unread: number };
  page: number;
  pageCount: number;
}

const PER_PAGE = 20;

/** A page of somebody's threads, the last written in first. */
export async function readThreads(
  { db }: Pick<Deps, "db">,
  { of, unreadOnly, page }: { of: ThreadsOf; unreadOnly: boolean; page: number },
): Promise<ThreadList> {
  const counts = await countThreads(db, of);
  const count = unreadOnly ? counts.unread : counts.all;
  const pageCount = Math.max(1, Math.ceil(count / PER_PAGE));
  const shown = Math.min(page, pageCount);
  const rows = await listThreads(db, {
    of,
    unreadOnly,
    limit: PER_PAGE,
    offset: (shown - 1) * PER_PAGE,
  });
  const side = "applicantId" in of ? "applicant" : "employer";
  return {
    lines: rows.map((row) => ({
      applicationId: row.applicationId,
      stage: row.stage,
      other: side === "applicant" ? row.employerName : (row.applicantName ?? "Withdrawn applicant"),
      jobTitle: row.jobTitle,
      unread: row.unread,
      words: row.lastWords,
      mine: row.lastSide === side,
      at: row.lastMessageAt.toISOString(),
    })),
    unreadOnly,
    counts,
    page: shown,
    pageCount,
  };
}
