import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { leavesNoOwner } from "#app/domain/policies/team.ts";
import type { Deps } from "#app/platform/deps.server.ts";
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
    await deleteMember(trx, employerId, memberId);
    await revokeInvitationsBy(trx, employerId, memberId);
    const to = { name: member.name, address: member.email };
    const mail = memberRemovedEmail({ to, origin: deps.origin, employerName });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}

/** A member goes by themselves. Throws "illegal-move" for the last owner. */
export async function leaveTeam(deps: Deps, { actor }: { actor: Actor }): Promise<void> {
  const { employerId, userId } = actor;
  const roles = ["owner", "recruiter", "viewer"] as const;
  await changeTeam(deps.db, actor, { roles }, async ({ trx, self, owners }) => {
    if (leavesNoOwner({ from: self.role, to: null, owners: owners.length })) {
      throw new DomainError("illegal-move", LAST_OWNER);
    }
    await deleteMember(trx, employerId, userId);
    await revokeInvitationsBy(trx, employerId, userId);
  });
}
