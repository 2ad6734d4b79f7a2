import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { resolveViewer, startSession } from "#app/auth/sessions.server.ts";
import type { MemberRole, Viewer } from "#app/domain/viewer.ts";
import {
  acceptInvitation,
  readInvitation,
  signUpByInvitation,
} from "#app/features/accounts/invitation.server.ts";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import {
  inviteMember,
  resendInvitation,
  revokeInvitation,
} from "#app/features/team/invite-member.server.ts";
import { removeMember } from "#app/features/team/remove-member.server.ts";
import { purgeTokens } from "#app/worker/purge.ts";
import { findMember } from "#db/queries/team.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeUser, PASSWORD, unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Firefox" };
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const freshEmail = () => `invited-${unique()}@example.org`;
const newcomer = { name: "New Colleague", password: "vellum otter 12", ...device };

async function makeDesk() {
  const { id: employerId } = await makeEmployer(world.deps.db);
  const owner = await makeMember(world.deps.db, employerId, "owner");
  return { employerId, actor: { userId: owner.id, employerId }, owner };
}

async function newestToken(address: string): Promise<string> {
  const mails = (await world.mails()).filter(({ to }) => to.address === address);
  return /\/invitations\/([\w-]{43})/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "none";
}

async function invite(email: string, role: MemberRole = "recruiter") {
  const desk = await makeDesk();
  await inviteMember(world.deps, { actor: desk.actor, email, role });
  return { ...desk, token: await newestToken(email) };
}

async function signedIn(values: Parameters<typeof makeUser>[1]) {
  const user = await makeUser(world.deps.db, values);
  const cookie = cookieOf(await startSession(world.deps, user.id, device));
  const viewer = (await resolveViewer(world.deps, cookie)) as Viewer;
  return { user, cookie, viewer };
}

const invitationOf = (email: string) =>
  world.deps.db
    .selectFrom("employerInvitations")
    .selectAll()
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
const stateOf = async (token: string, viewer: Viewer | null = null) =>
  (await readInvitation(world.deps, { token, viewer })).state;

describe("an invitation", () => {
  it("lets somebody without an account sign up under the address invited, at work at once", async () => {
    const email = freshEmail();
    const { token, employerId } = await invite(email);
    expect(await stateOf(token)).toBe("sign-up");
    const { setCookie } = await signUpByInvitation(world.deps, { token, ...newcomer });
    const viewer = await resolveViewer(world.deps, cookieOf(setCookie));
    expect(viewer).toMatchObject({ email, kind: "employer", emailVerified: true });
    expect(viewer?.membership).toMatchObject({ employerId, role: "recruiter" });
    expect(await stateOf(token)).toBe("dead");
  });

  it("is accepted once, whatever the number of clicks", async () => {
    const email = freshEmail();
    const { token } = await invite(email);
    const clicks = Array.from({ length: 50 }, (_, index) =>
      signUpByInvitation(world.deps, { token, ...newcomer, ip: `192.0.2.${index}` }),
    );
    const results = await Promise.allSettled(clicks);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const members = world.deps.db
      .selectFrom("employerMembers")
      .innerJoin("users", "users.id", "employerMembers.userId")
      .where("users.email", "=", email);
    expect(await members.select("userId").execute()).toHaveLength(1);
  });

  it("is accepted by an employer account logged in as that address, under a fresh token", async () => {
    const email = freshEmail();
    const { user, viewer, cookie } = await signedIn({ kind: "employer", email });
    const { token, employerId } = await invite(email.toUpperCase(), "viewer");
    expect(await stateOf(token)).toBe("log-in");
    expect(await stateOf(token, viewer)).toBe("accept");
    const { setCookie } = await acceptInvitation(world.deps, { token, viewer });
    expect(await findMember(world.deps.db, employerId, user.id)).toMatchObject({ role: "viewer" });
    const left = await world.deps.db
      .selectFrom("sessions")
      .select(sql<boolean>`expires_at <= now() + interval '10 seconds'`.as("ends"))
      .where("id", "=", viewer.sessionId)
      .executeTakeFirst();
    expect(left?.ends).toBe(true);
    // Seen again, long after it was last seen, it is not given a longer life.
    await sql`update sessions set last_seen_at = now() - interval '2 days' where id = ${viewer.sessionId}`.execute(
      world.deps.db,
    );
    await resolveViewer(world.deps, cookie);
    const { rows } = await sql<{ ends: boolean }>`
      select expires_at <= now() + interval '10 seconds' as ends from sessions where id = ${viewer.sessionId}`.execute(
      world.deps.db,
    );
    expect(rows).toEqual([{ ends: true }]);
    const now = await resolveViewer(world.deps, cookieOf(setCookie));
    expect(now?.membership).toMatchObject({ employerId, role: "viewer" });
    expect(now?.authenticatedAt).toEqual(viewer.authenticatedAt);
  });

  it("leaves whoever pressed twice in the team and logged in, with the answer of either press", async () => {
    const { user, viewer, cookie } = await signedIn({ kind: "employer", email: freshEmail() });
    const { token, employerId } = await invite(user.email, "viewer");
    const presses = Array.from({ length: 10 }, () =>
      acceptInvitation(world.deps, { token, viewer }),
    );
    for (const { setCookie } of await Promise.all(presses)) {
      const now = await resolveViewer(world.deps, cookieOf(setCookie));
      expect(now?.membership).toMatchObject({ employerId, role: "viewer" });
    }
    const again = await resolveViewer(world.deps, cookie);
    expect(await stateOf(token, again ?? undefined)).toBe("joined");
    expect(await stateOf(token)).toBe("dead");
    const joins = await world.deps.db
      .selectFrom("auditEntries")
      .select("id")
      .where("action", "=", "member-joined")
      .where("subjectId", "=", user.id)
      .execute();
    expect(joins).toHaveLength(1);
  });

  it("cannot touch an existing account, its password or its kind", async () => {
    for (const kind of ["employer", "applicant", "admin"] as const) {
      const { user } = await signedIn({ kind });
      const { token, employerId } = await invite(user.email);
      expect(await stateOf(token)).toBe(kind === "employer" ? "log-in" : "wrong-kind");
      await expect(signUpByInvitation(world.deps, { token, ...newcomer })).rejects.toMatchObject({
        code: "email-taken",
      });
      const attempt = { email: user.email, cookieHeader: null, ...device };
      expect(await logIn(world.deps, { ...attempt, password: PASSWORD })).toMatchObject({ kind });
      expect((await logIn(world.deps, { ...attempt, password: newcomer.password })).outcome).toBe(
        "wrong",
      );
      expect(await findMember(world.deps.db, employerId, user.id)).toBeUndefined();
      expect(await stateOf(token)).not.toBe("dead");
    }
  });

  it("takes over what a stranger prepared under the address and never confirmed", async () => {
    const email = freshEmail();
    const squatter = { kind: "applicant", name: "Squatter", email, password: PASSWORD } as const;
    await signUp(world.deps, { ...squatter, ip: "192.0.2.9" });
    const { token } = await invite(email);
    expect(await stateOf(token)).toBe("sign-up");
    await signUpByInvitation(world.deps, { token, ...newcomer });
    const attempt = { email, cookieHeader: null, ...device };
    expect((await logIn(world.deps, { ...attempt, password: PASSWORD })).outcome).toBe("wrong");
  });

  it("tells another account nothing and is not used by it", async () => {
    const email = freshEmail();
    const { token } = await invite(email);
    for (const kind of ["employer", "applicant", "admin"] as const) {
      const { viewer } = await signedIn({ kind });
      const view = await readInvitation(world.deps, { token, viewer });
      expect(view).toEqual({ state: "other-account", loggedInAs: viewer.email });
      await expect(acceptInvitation(world.deps, { token, viewer })).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    expect(await stateOf(token)).toBe("sign-up");
  });

  it("is not for an applicant, even of that address", async () => {
    const { viewer } = await signedIn({ kind: "applicant" });
    const { token } = await invite(viewer.email);
    expect(await stateOf(token, viewer)).toBe("wrong-kind");
    await expect(acceptInvitation(world.deps, { token, viewer })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  it("dies when revoked, replaced, run out, or when who sent it is removed", async () => {
    const email = freshEmail();
    const { token, actor, employerId } = await invite(email);
    const { id: invitationId } = await invitationOf(email);
    await resendInvitation(world.deps, { actor, invitationId });
    const second = await newestToken(email);
    expect([await stateOf(token), await stateOf(second)]).toEqual(["dead", "sign-up"]);
    await revokeInvitation(world.deps, { actor, invitationId });
    expect(await stateOf(second)).toBe("dead");
    await expect(
      signUpByInvitation(world.deps, { token: second, ...newcomer }),
    ).rejects.toMatchObject({ code: "token-invalid" });

    await inviteMember(world.deps, { actor, email, role: "viewer" });
    const third = await newestToken(email);
    const heir = await makeMember(world.deps.db, employerId, "owner");
    const removal = { actor: { userId: heir.id, employerId }, memberId: actor.userId };
    await removeMember(world.deps, removal);
    expect(await stateOf(third)).toBe("dead");

    const late = freshEmail();
    const { token: lateToken } = await invite(late);
    await sql`update employer_invitations set expires_at = now() where email = ${late}`.execute(
      world.deps.db,
    );
    expect(await stateOf(lateToken)).toBe("dead");
  });

  it("is stored so that the table opens nothing", async () => {
    const email = freshEmail();
    const { token } = await invite(email);
    const { tokenHash } = await invitationOf(email);
    expect(tokenHash).not.toContain(token);
    expect(await stateOf(tokenHash)).toBe("dead");
  });

  it("is an owner's to send and to revoke, of this employer only", async () => {
    const email = freshEmail();
    const { actor, employerId } = await invite(email);
    const { id: invitationId } = await invitationOf(email);
    const other = await makeDesk();
    for (const role of ["recruiter", "viewer"] as const) {
      const member = await makeMember(world.deps.db, employerId, role);
      const lesser = { userId: member.id, employerId };
      await expect(
        inviteMember(world.deps, { actor: lesser, email: freshEmail(), role: "owner" }),
      ).rejects.toMatchObject({ code: "not-allowed" });
      await expect(
        revokeInvitation(world.deps, { actor: lesser, invitationId }),
      ).rejects.toMatchObject({ code: "not-allowed" });
    }
    for (const attempt of [revokeInvitation, resendInvitation]) {
      await expect(attempt(world.deps, { actor: other.actor, invitationId })).rejects.toMatchObject(
        { code: "not-found" },
      );
    }
    await expect(
      inviteMember(world.deps, { actor: { ...other.actor, employerId }, email, role: "owner" }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await invitationOf(email)).invitedBy).toBe(actor.userId);
  });

  it("is not sent to a member, nor to one address again and again", async () => {
    const { actor, owner } = await makeDesk();
    await expect(
      inviteMember(world.deps, { actor, email: owner.email, role: "viewer" }),
    ).rejects.toMatchObject({ code: "illegal-move" });
    const email = freshEmail();
    const send = () => inviteMember(world.deps, { actor, email, role: "viewer" });
    const results = await Promise.allSettled(Array.from({ length: 50 }, send));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    const mails = (await world.mails()).filter(({ to }) => to.address === email);
    expect(mails).toHaveLength(5);
    const open = world.deps.db.selectFrom("employerInvitations").where("email", "=", email);
    expect(await open.select("id").execute()).toHaveLength(1);
  });

  it("is forgotten a month after it ended", async () => {
    const [kept, old] = [freshEmail(), freshEmail()];
    await invite(kept);
    await invite(old);
    await sql`
      update employer_invitations set expires_at = now() - interval '31 days'
      where email = ${old}`.execute(world.deps.db);
    await purgeTokens(world.deps);
    const rows = await world.deps.db
      .selectFrom("employerInvitations")
      .select("email")
      .where("email", "in", [kept, old])
      .execute();
    expect(rows.map(({ email }) => email)).toEqual([kept]);
  });
});
