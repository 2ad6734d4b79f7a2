import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countMentions, listMentions } from "#db/queries/note-mentions.ts";

const PAGE_SIZE = 20;
const EXCERPT = 240;

export interface MentionLine {
  noteId: string;
  applicationId: string;
  applicantName: string;
  jobTitle: string;
  by: string;
  at: string;
  excerpt: string;
}

export interface Mentions {
  done: boolean;
  waiting: number;
  total: number;
  page: number;
  pageCount: number;
  lines: MentionLine[];
}

type Member = Viewer & { membership: Membership };

/** The notes that mention a member, those that wait or those put aside, newest first. */
export async function readMentions(
  { db }: Pick<Deps, "db">,
  { viewer, done, page: asked }: { viewer: Member; done: boolean; page: number },
): Promise<Mentions> {
  const mine = { userId: viewer.userId, employerId: viewer.membership.employerId };
  const waiting = await countMentions(db, { ...mine, done: false });
  const total = done ? await countMentions(db, { ...mine, done }) : waiting;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(asked, pageCount);
  const offset = (page - 1) * PAGE_SIZE;
  const rows = await listMentions(db, { ...mine, done, limit: PAGE_SIZE, offset });
  return { done, waiting, total, page, pageCount, lines: rows.map(lineOf) };
}

const FIRST = 3;

/** The first mentions that wait, for the desk's home, and how many there are. */
export async function readWaitingMentions(
  { db }: Pick<Deps, "db">,
  viewer: Member,
): Promise<{ waiting: number; lines: MentionLine[] }> {
  const mine = { userId: viewer.userId, employerId: viewer.membership.employerId };
  const rows = await listMentions(db, { ...mine, done: false, limit: FIRST });
  const waiting =
    rows.length < FIRST ? rows.length : await countMentions(db, { ...mine, done: false });
  return { waiting, lines: rows.map(lineOf) };
}

const lineOf = ({
  noteId,
  applicationId,
  applicantName,
  jobTitle,
  authorName,
  createdAt,
  body,
}: Awaited<ReturnType<typeof listMentions>>[number]): MentionLine => ({
  noteId,
  applicationId,
  applicantName: applicantName ?? "Withdrawn applicant",
  jobTitle,
  by: authorName ?? "A former member",
  at: createdAt.toISOString(),
  excerpt: body.length > EXCERPT ? `${body.slice(0, EXCERPT).trimEnd()}…` : body,
});
