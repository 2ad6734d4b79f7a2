import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { leavesNoOwner } from "#app/domain/policies/team.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { revokeInvitationsBy } from "#db/queries/invitations.ts";
import { deleteMember, findMember } from "#db/queries/team.ts";
import { type Actor, changeTeam, LAST_OWNER } from "./change-team.server.ts";
import { memberRemovedEmail } from "./team.email.ts";

/**
 * Takes a member out of the team: their next request meets a closed door. The invitations they sent end. Throws
 * "illegal-move" for the last owner.
 */
export async function removeMember(
  deps: Deps,
  { actor, memberId }: { actor: Actor; memberId: string },
): Promise<void> {
  const { employerId } = actor;
  await changeTeam(deps.db, actor, { roles: ["owner"] }, async ({ trx, employerName, owners }) => {
    const member = await findMember(trx, employerId, memberId);
    if (!member) throw notFoundError();
    if (leavesNoOwner({ from: member.role, to: null, owners: owners.length })) {
      throw new DomainError("illegal-move", LAST_OWNER);
    }
    await dismiss(trx, { actor, memberId, role: member.role });
    const to = { name: member.name, address: member.email };
    const mail = memberRemovedEmail({ to, origin: deps.origin, employerName });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}

/** A member goes by themselves. Throws "illegal-move" for the last owner. */
export async function leaveTeam(deps: Deps, { actor }: { actor: Actor }): Promise<void> {
  const { userId } = actor;
  const roles = ["owner", "recruiter", "viewer"] as const;
  await changeTeam(deps.db, actor, { roles }, async ({ trx, self, owners }) => {
    if (leavesNoOwner({ from: self.role, to: null, owners: owners.length })) {
      throw new DomainError("illegal-move", LAST_OWNER);
    }
    await dismiss(trx, { actor, memberId: userId, role: self.role });
  });
}

async function dismiss(
  trx: Db,
  { actor, memberId, role }: { actor: Actor; memberId: string; role: MemberRole },
): Promise<void> {
  const { employerId, userId: actorId } = actor;
  await deleteMember(trx, employerId, memberId);
  await revokeInvitationsBy(trx, employerId, memberId);
  await recordAudit(trx, {
    actorId,
    action: "member-removed",
    subjectKind: "user",
    subjectId: memberId,
    employerId,
    details: { role, left: memberId === actorId },
  });
}
