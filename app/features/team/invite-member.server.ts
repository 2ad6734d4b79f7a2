import { freshToken, tokenHashOf } from "#app/auth/link-token.ts";
import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  countOpenInvitations,
  findOpenInvitation,
  putInvitation,
  revokeInvitation as revokeOpenInvitation,
} from "#db/queries/invitations.ts";
import { findMemberByEmail } from "#db/queries/team.ts";
import { type Actor, changeTeam } from "./change-team.server.ts";
import { memberInvitedEmail } from "./team.email.ts";

/** Days an invitation waits to be accepted. */
const DAYS = 14;

/** How many invitations may wait at once. */
export const MOST_INVITATIONS = 50;

interface Invitation {
  actor: Actor;
  email: string;
  role: MemberRole;
}

/**
 * Mails an invitation to an address; an older one of this employer to it ends. Says nothing about whether the
 * address has an account. Throws "illegal-move" for a member's address, "busy" when too many wait.
 */
export async function inviteMember(deps: Deps, { actor, email, role }: Invitation): Promise<void> {
  const { employerId, userId } = actor;
  await spendAttempt(deps, "invite-employer", { account: employerId });
  await spendAttempt(deps, "invite-account", { account: email });
  await changeTeam(deps.db, actor, { roles: ["owner"] }, async ({ trx, employerName }) => {
    if (await findMemberByEmail(trx, employerId, email)) {
      throw new DomainError("illegal-move", "This person is in your team already.");
    }
    const token = freshToken();
    const { id: invitationId } = await putInvitation(trx, {
      employerId,
      email,
      role,
      tokenHash: tokenHashOf(token),
      invitedBy: userId,
      days: DAYS,
    });
    if ((await countOpenInvitations(trx, employerId)) > MOST_INVITATIONS) {
      throw new DomainError(
        "illegal-move",
        `${MOST_INVITATIONS} invitations wait for an answer. Revoke some before you send more.`,
      );
    }
    await recordAudit(trx, {
      actorId: userId,
      action: "member-invited",
      subjectKind: "invitation",
      subjectId: invitationId,
      employerId,
      details: { role },
    });
    const { origin } = deps;
    const facts = { address: email, origin, employerName, role, token, days: DAYS };
    await deps.tasks.enqueue(trx, "send-mail", memberInvitedEmail(facts));
  });
}

/** Sends an unanswered invitation again under a new link; answers whom it went to. */
export async function resendInvitation(
  deps: Deps,
  { actor, invitationId }: { actor: Actor; invitationId: string },
): Promise<void> {
  const waiting = await findOpenInvitation(deps.db, actor.employerId, invitationId);
  if (!waiting) throw notFoundError();
  await inviteMember(deps, { actor, email: waiting.email, role: waiting.role });
}

/** Ends an unanswered invitation: its link is dead from now on. */
export async function revokeInvitation(
  deps: Deps,
  { actor, invitationId }: { actor: Actor; invitationId: string },
): Promise<void> {
  await changeTeam(deps.db, actor, { roles: ["owner"] }, async ({ trx }) => {
    const { employerId, userId: actorId } = actor;
    if (!(await revokeOpenInvitation(trx, employerId, invitationId))) throw notFoundError();
    await recordAudit(trx, {
      actorId,
      action: "invitation-revoked",
      subjectKind: "invitation",
      subjectId: invitationId,
      employerId,
    });
  });
}
