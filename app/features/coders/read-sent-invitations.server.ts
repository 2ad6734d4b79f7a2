import { APPLICATION_STAGE_LABELS } from "#app/domain/application-stage.ts";
import { coderCode } from "#app/domain/coder-visibility.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { CoderLooker } from "#db/queries/coder-scope.ts";
import { countSentInvitations, listSentInvitations } from "#db/queries/sent-invitations.ts";

const PAGE_SIZE = 30;

export interface SentInvitation {
  id: string;
  /** A name, the code of an anonymous coder, or words for one who is not shown any more. */
  coder: string;
  /** null when their profile is not shown to this member. */
  coderHref: string | null;
  job: { id: string; title: string };
  standing: string;
  applicationId: string | null;
  invitedBy: string;
  at: string;
}

export interface SentInvitationsPage {
  lines: SentInvitation[];
  total: number;
  page: number;
  pageCount: number;
}

const STANDINGS = {
  pending: "No answer yet",
  accepted: "Accepted, not applied yet",
  declined: "Not this time",
} as const;

/** One page of the invitations an employer has sent. A page too far is the last one. */
export async function readSentInvitations(
  { db }: Pick<Deps, "db">,
  { page: wanted, ...looker }: CoderLooker & { page: number },
): Promise<SentInvitationsPage> {
  const total = await countSentInvitations(db, looker.employerId);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(wanted, pageCount);
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const rows = await listSentInvitations(db, { ...looker, ...window });
  return { lines: rows.map(lineOf), total, page, pageCount };
}

function lineOf(row: Awaited<ReturnType<typeof listSentInvitations>>[number]): SentInvitation {
  const { id, publicId, stage, seen } = row;
  // A withdrawn application is blanked: nothing of it leads anywhere.
  const applied = stage !== null && stage !== "withdrawn";
  return {
    id,
    coder: nameOf(row),
    coderHref: seen ? `/employer/coders/${publicId}` : null,
    job: { id: row.jobId, title: row.title },
    standing: applied ? `Applied: ${APPLICATION_STAGE_LABELS[stage]}` : STANDINGS[row.status],
    applicationId: applied ? row.applicationId : null,
    invitedBy: row.invitedBy ?? "A former member",
    at: row.createdAt.toISOString(),
  };
}

function nameOf(row: { seen: boolean; seesName: boolean; name: string; publicId: string }): string {
  if (!row.seen) return "A coder who does not show their profile now";
  return row.seesName ? row.name : `Anonymous coder ${coderCode(row.publicId)}`;
}
