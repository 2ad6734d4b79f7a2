import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { revokeInvitationsBy } from "#db/queries/invitations.ts";
import { findMember, updateMemberRole } from "#db/queries/team.ts";
import { type Actor, changeTeam } from "./change-team.server.ts";
import { ownershipMovedEmail } from "./team.email.ts";

/**
 * Makes another member an owner and the acting owner a recruiter, in one step. Every owner, old and new, is told
 * by mail.
 */
export async function transferOwnership(
  deps: Deps,
  { actor, memberId }: { actor: Actor; memberId: string },
): Promise<void> {
  const { employerId, userId } = actor;
  await changeTeam(deps.db, actor, { roles: ["owner"] }, async (team) => {
    const { trx, employerName, self, owners } = team;
    const heir = await findMember(trx, employerId, memberId);
    if (!heir) throw notFoundError();
    if (memberId === userId) {
      throw new DomainError("illegal-move", "You are an owner already. Choose another member.");
    }
    await updateMemberRole(trx, { employerId, userId: memberId, role: "owner" });
    await updateMemberRole(trx, { employerId, userId, role: "recruiter" });
    await revokeInvitationsBy(trx, employerId, userId);
    await recordAudit(trx, {
      actorId: userId,
      action: "ownership-transferred",
      subjectKind: "employer",
      subjectId: employerId,
      employerId,
      details: { from: userId, to: memberId },
    });
    const told = new Map([...owners, heir].map((member) => [member.userId, member]));
    const facts = { origin: deps.origin, employerName, fromName: self.name, toName: heir.name };
    for (const { name, email } of told.values()) {
      const mail = ownershipMovedEmail({ ...facts, to: { name, address: email } });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }
  });
}
