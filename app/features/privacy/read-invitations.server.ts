import type { ApplyInvitationStatus } from "#app/domain/coder-visibility.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countOwnInvitations, listOwnInvitations } from "#db/queries/apply-invitations.ts";

const PAGE_SIZE = 20;

export interface InvitationLine {
  id: string;
  status: ApplyInvitationStatus;
  message: string;
  at: string;
  slug: string;
  title: string;
  employerName: string;
  employerSlug: string;
  applicationId: string | null;
  open: boolean;
}

export interface InvitationsPage {
  lines: InvitationLine[];
  page: number;
  pageCount: number;
}

/** One page of a person's invitations to apply. A page too far is the last one. */
export async function readInvitations(
  { db }: Pick<Deps, "db">,
  { userId, page: wanted }: { userId: string; page: number },
): Promise<InvitationsPage> {
  const total = await countOwnInvitations(db, userId);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(wanted, pageCount);
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const rows = await listOwnInvitations(db, { userId, ...window });
  const lines = rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }));
  return { lines, page, pageCount };
}
