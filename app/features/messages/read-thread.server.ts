import { randomUUID } from "node:crypto";
import { canWriteMessages, type ThreadSide } from "#app/domain/message-thread.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findParties, type MessageParties } from "#db/queries/message-parties.ts";
import {
  countMessages,
  findReadReceipts,
  listMessages,
  markRead,
  type ThreadMessage,
} from "#db/queries/messages.ts";
import { EMPLOYER_SUSPENDED, UNNAMED } from "./message-words.ts";
import { readTemplateChoices, type TemplateChoice } from "./read-templates.server.ts";
import { mayWriteAs, requireSide, VIEWERS_ONLY_READ } from "./thread-access.ts";

export interface ThreadEntry {
  id: string;
  /** Whether the reader's own side wrote it. */
  mine: boolean;
  by: string;
  body: string;
  /** ISO 8601. */
  at: string;
  /** When the applicant read it; null unless they let it be known. */
  readAt: string | null;
}

export interface Thread {
  applicationId: string;
  side: ThreadSide;
  jobTitle: string;
  /** Whom the reader writes to. */
  other: string;
  /** One window, oldest first; the first page ends with the newest. */
  messages: ThreadEntry[];
  count: number;
  page: number;
  pageCount: number;
  /** Why nothing can be written; null when it can. */
  closed: string | null;
  /** For members only. */
  templates: TemplateChoice[];
  /** For applicants: whether employers learn when they have read. */
  readReceipts: boolean;
  idempotencyKey: string;
}

const WINDOW = 30;

/**
 * An application's messages as the viewer's side reads them; what is shown counts as read from now on, for an
 * employer once somebody who may answer has seen it. Throws the 404 of an unknown id to strangers.
 */
export async function readThread(
  deps: Pick<Deps, "db">,
  { viewer, applicationId, page = 1 }: { viewer: Viewer; applicationId: string; page?: number },
): Promise<Thread> {
  const { db } = deps;
  const parties = await findParties(db, applicationId);
  const side = requireSide(viewer, parties);
  if (!parties) throw new Error("A side without parties.");
  const mayWrite = mayWriteAs(side, viewer, parties);
  const count = await countMessages(db, applicationId);
  const pageCount = Math.max(1, Math.ceil(count / WINDOW));
  const shown = Math.min(page, pageCount);
  const rows = await listMessages(db, {
    applicationId,
    limit: WINDOW,
    offset: (shown - 1) * WINDOW,
  });
  const newest = rows[0];
  if (newest && mayWrite && shown === 1) {
    await markRead(db, { applicationId, reader: side, until: newest.createdAt });
  }
  return {
    applicationId,
    side,
    jobTitle: parties.jobTitle,
    other: side === "applicant" ? parties.employerName : applicantWords(parties),
    messages: rows.map((row) => entryOf(row, { side, viewer, parties })).reverse(),
    count,
    page: shown,
    pageCount,
    closed: whyClosed(side, parties, mayWrite),
    templates:
      side === "employer" && mayWrite ? await readTemplateChoices(db, parties.employerId) : [],
    readReceipts: side === "applicant" && (await findReadReceipts(db, viewer.userId)),
    idempotencyKey: randomUUID(),
  };
}

/** An applicant who withdrew is not named any more. */
const applicantWords = ({ sentName }: MessageParties): string => sentName ?? UNNAMED;

function whyClosed(
  side: ThreadSide,
  { stage, employerSuspended }: MessageParties,
  mayWrite: boolean,
): string | null {
  if (!canWriteMessages(stage)) {
    return side === "employer"
      ? "The applicant withdrew. What was written stays here; nothing can be added."
      : "You withdrew this application. What was written stays here; nothing can be added.";
  }
  if (employerSuspended) return EMPLOYER_SUSPENDED;
  return mayWrite ? null : VIEWERS_ONLY_READ;
}

function entryOf(
  row: ThreadMessage,
  { side, viewer, parties }: { side: ThreadSide; viewer: Viewer; parties: MessageParties },
): ThreadEntry {
  return {
    id: row.id,
    mine: row.side === side,
    by: writerOf(row, { side, viewer, parties }),
    body: row.body,
    at: row.createdAt.toISOString(),
    readAt: side === "employer" ? (row.readAt?.toISOString() ?? null) : null,
  };
}

function writerOf(
  row: ThreadMessage,
  { side, viewer, parties }: { side: ThreadSide; viewer: Viewer; parties: MessageParties },
): string {
  if (row.side === "applicant") return side === "applicant" ? "You" : applicantWords(parties);
  if (row.senderId === viewer.userId) return "You";
  if (side === "employer") return row.senderName ?? "A former member";
  return row.senderName ? `${row.senderName}, ${parties.employerName}` : parties.employerName;
}
