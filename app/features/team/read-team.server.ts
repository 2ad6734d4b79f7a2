import { canManageTeam } from "#app/domain/policies/team.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listOpenInvitations } from "#db/queries/invitations.ts";
import { listMembers } from "#db/queries/team.ts";
import { MOST_INVITATIONS } from "./invite-member.server.ts";

const PAGE_SIZE = 50;

/** A team as one of its members sees it; who is invited is for owners only. */
export async function readTeam(
  { db }: Pick<Deps, "db">,
  { viewer, page }: { viewer: Viewer & { membership: Membership }; page: number },
) {
  const { employerId, employerName } = viewer.membership;
  const mayManage = canManageTeam(viewer, { employerId });
  const rows = await listMembers(db, { employerId, page, pageSize: PAGE_SIZE });
  return {
    employerId,
    employerName,
    mayManage,
    members: rows.map(({ total: _total, ...member }) => ({
      ...member,
      isYou: member.userId === viewer.userId,
    })),
    page,
    pageCount: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / PAGE_SIZE)),
    invitations: mayManage ? await listOpenInvitations(db, employerId, MOST_INVITATIONS) : [],
  };
}
