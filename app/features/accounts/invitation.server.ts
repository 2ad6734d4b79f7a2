import { tokenHashOf } from "#app/auth/link-token.ts";
import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { type Device, rotateSessions, startActingFor } from "#app/auth/sessions.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { MemberRole, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { upsertUnverifiedAccount } from "#db/queries/accounts.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endTokens } from "#db/queries/email-tokens.ts";
import { addMember } from "#db/queries/employers.ts";
import { consumeInvitation, findJoinedBy, findLiveInvitation } from "#db/queries/invitations.ts";
import { settleVerified } from "./settle-verified.server.ts";

/** What an invitation's page shows, by who opens it. Somebody else's account learns nothing of the invitation. */
export type InvitationView =
  | { state: "dead" }
  /** Used already, by the person who asks. */
  | { state: "joined" }
  | { state: "other-account"; loggedInAs: string }
  | {
      state: "sign-up" | "log-in" | "accept" | "wrong-kind";
      employerName: string;
      email: string;
      role: MemberRole;
    };

const INVITATION_SPENT =
  "This invitation was already used, was replaced or taken back, or has run out.";

const isAddressOf = (viewer: Viewer, email: string): boolean =>
  viewer.email.toLowerCase() === email.toLowerCase();

/** Reads an invitation's link without using it. */
export async function readInvitation(
  { db }: Pick<Deps, "db">,
  { token, viewer }: { token: string; viewer: Viewer | null },
): Promise<InvitationView> {
  const invitation = await findLiveInvitation(db, tokenHashOf(token));
  if (!invitation) {
    const { userId = null } = viewer ?? {};
    const joined = userId && (await findJoinedBy(db, { tokenHash: tokenHashOf(token), userId }));
    return { state: joined ? "joined" : "dead" };
  }
  const { employerName, email, role, accountKind } = invitation;
  const facts = { employerName, email, role };
  if (viewer && !isAddressOf(viewer, email)) {
    return { state: "other-account", loggedInAs: viewer.email };
  }
  const kind = viewer?.kind ?? accountKind;
  if (kind === null) return { state: "sign-up", ...facts };
  if (kind !== "employer") return { state: "wrong-kind", ...facts };
  return { state: viewer ? "accept" : "log-in", ...facts };
}

/**
 * Joins the team as the person logged in, whose address must be the one invited. Their session gets a fresh token
 * and acts for the employer from then on. Pressed twice, the second press finds the work done. Throws "token-invalid", or "not-allowed" for another account.
 */
export async function acceptInvitation(
  deps: Deps,
  { token, viewer }: { token: string; viewer: Viewer },
): Promise<{ setCookie: string }> {
  return await deps.db.transaction().execute(async (trx) => {
    const { userId } = viewer;
    const tokenHash = tokenHashOf(token);
    const invitation = await consumeInvitation(trx, tokenHash);
    const joined = invitation ? null : await findJoinedBy(trx, { tokenHash, userId });
    const site = { db: trx, origin: deps.origin };
    if (joined) return { setCookie: await startActingFor(site, viewer, joined) };
    if (!invitation) throw spent();
    if (!isAddressOf(viewer, invitation.email) || viewer.kind !== "employer") {
      throw new DomainError("not-allowed", "This invitation is for another account.");
    }
    await join(trx, { ...invitation, userId });
    return { setCookie: await startActingFor(site, viewer, invitation.employerId) };
  });
}

/**
 * Makes an employer account for the address invited, proven by the link, and joins the team. An account that
 * somebody has already verified stays as it is, its password too. Throws "token-invalid" or "email-taken".
 */
export async function signUpByInvitation(
  deps: Deps,
  { token, name, password, ...device }: { token: string; name: string; password: string } & Device,
): Promise<{ setCookie: string }> {
  await spendAttempt(deps, "sign-up-ip", { ip: device.ip });
  const passwordHash = await hashPassword(password);
  return await deps.db.transaction().execute(async (trx) => {
    const invitation = await consume(trx, token);
    const { email } = invitation;
    const account = await upsertUnverifiedAccount(trx, {
      email,
      name,
      kind: "employer",
      passwordHash,
    });
    if (!account) {
      throw new DomainError("email-taken", "This address has an account by now. Log in to accept.");
    }
    const { id: userId } = account;
    await settleVerified(trx, { userId, email });
    await endTokens(trx, userId, ["verify-email", "reset-password", "change-email"]);
    await join(trx, { ...invitation, userId });
    return { setCookie: await rotateSessions({ db: trx, origin: deps.origin }, userId, device) };
  });
}

async function join(
  trx: Db,
  { userId, ...invitation }: Awaited<ReturnType<typeof consume>> & { userId: string },
): Promise<void> {
  const { employerId, role } = invitation;
  await addMember(trx, { employerId, userId, role });
  await recordAudit(trx, {
    actorId: userId,
    action: "member-joined",
    subjectKind: "user",
    subjectId: userId,
    employerId,
    details: { role, invitationId: invitation.id },
  });
}

async function consume(trx: Db, token: string) {
  const invitation = await consumeInvitation(trx, tokenHashOf(token));
  if (!invitation) throw spent();
  return invitation;
}

const spent = () => new DomainError("token-invalid", INVITATION_SPENT);
