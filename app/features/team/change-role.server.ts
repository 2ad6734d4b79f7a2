import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { leavesNoOwner } from "#app/domain/policies/team.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { revokeInvitationsBy } from "#db/queries/invitations.ts";
import { findMember, updateMemberRole } from "#db/queries/team.ts";
import { type Actor, changeTeam, LAST_OWNER } from "./change-team.server.ts";
import { roleChangedEmail } from "./team.email.ts";

interface RoleChange {
  actor: Actor;
  memberId: string;
  role: MemberRole;
  /** The role on the page the owner decided by. */
  seenRole: MemberRole;
}

/**
 * Gives a member another role and tells them by mail. Throws "changed-meanwhile" when the role is not the one seen,
 * "illegal-move" when nobody would be left as owner.
 */
export async function changeRole(
  deps: Deps,
  { actor, memberId, role, seenRole }: RoleChange,
): Promise<void> {
  const { employerId } = actor;
  await changeTeam(deps.db, actor, { roles: ["owner"] }, async ({ trx, employerName, owners }) => {
    const member = await findMember(trx, employerId, memberId);
    if (!member) throw notFoundError();
    if (member.role === role) return;
    if (member.role !== seenRole) {
      throw new DomainError(
        "changed-meanwhile",
        "Somebody changed this role after you opened the page. Look at it again, then decide.",
      );
    }
    if (leavesNoOwner({ from: member.role, to: role, owners: owners.length })) {
      throw new DomainError("illegal-move", LAST_OWNER);
    }
    await updateMemberRole(trx, { employerId, userId: memberId, role });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "role-changed",
      subjectKind: "user",
      subjectId: memberId,
      employerId,
      details: { from: member.role, to: role },
    });
    if (member.role === "owner") await revokeInvitationsBy(trx, employerId, memberId);
    if (memberId === actor.userId) return;
    const to = { name: member.name, address: member.email };
    const mail = roleChangedEmail({ to, origin: deps.origin, employerName, role });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}
