import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { resolveViewer, startSession } from "#app/auth/sessions.server.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import { changeRole } from "#app/features/team/change-role.server.ts";
import { leaveTeam, removeMember } from "#app/features/team/remove-member.server.ts";
import { transferOwnership } from "#app/features/team/transfer-ownership.server.ts";
import { addMember } from "#db/queries/employers.ts";
import { pointSession } from "#db/queries/sessions.ts";
import { findEndedMembership, listOwners } from "#db/queries/team.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Firefox" };
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";

async function makeTeam(...roles: MemberRole[]) {
  const { id: employerId } = await makeEmployer(world.deps.db);
  const members: Awaited<ReturnType<typeof makeMember>>[] = [];
  for (const role of roles) members.push(await makeMember(world.deps.db, employerId, role));
  const actor = (index: number) => ({ userId: members[index]?.id ?? "", employerId });
  return { employerId, members, actor, idOf: (index: number) => actor(index).userId };
}

const ownersOf = async (employerId: string) =>
  (await listOwners(world.deps.db, employerId)).map(({ userId }) => userId);

const mailsTo = async (address = "") =>
  (await world.mails()).filter(({ to }) => to.address === address).map(({ subject }) => subject);

const asked = async (userId: string) => {
  const cookie = cookieOf(await startSession(world.deps, userId, device));
  return { cookie, viewer: () => resolveViewer(world.deps, cookie) };
};

describe("changing a role", () => {
  it("counts from the next request on and is told by mail", async () => {
    const { actor, idOf, members } = await makeTeam("owner", "viewer");
    const session = await asked(idOf(1));
    expect((await session.viewer())?.membership?.role).toBe("viewer");
    const change = { actor: actor(0), memberId: idOf(1), role: "recruiter" } as const;
    await changeRole(world.deps, { ...change, seenRole: "viewer" });
    expect((await session.viewer())?.membership?.role).toBe("recruiter");
    expect(await mailsTo(members[1]?.email)).toEqual([
      "You are now a recruiter of Harborline Heart Institute",
    ]);
  });

  it.each(["recruiter", "viewer"] as const)("is not for a %s", async (role) => {
    const { actor, idOf, employerId } = await makeTeam("owner", role);
    const change = { actor: actor(1), memberId: idOf(1), role: "owner", seenRole: role } as const;
    await expect(changeRole(world.deps, change)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await ownersOf(employerId)).toEqual([idOf(0)]);
  });

  it("is refused when the role is no longer the one that was seen", async () => {
    const { actor, idOf } = await makeTeam("owner", "viewer");
    const change = { actor: actor(0), memberId: idOf(1), role: "owner" } as const;
    await expect(
      changeRole(world.deps, { ...change, seenRole: "recruiter" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  it("does not reach another employer's member", async () => {
    const [one, other] = [await makeTeam("owner"), await makeTeam("owner", "viewer")];
    const change = { memberId: other.idOf(1), role: "owner", seenRole: "viewer" } as const;
    for (const actor of [one.actor(0), { ...one.actor(0), employerId: other.employerId }]) {
      await expect(changeRole(world.deps, { actor, ...change })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});

describe("removing a member", () => {
  it("closes the door at once; the invitations they sent end", async () => {
    const { actor, idOf, members, employerId } = await makeTeam("owner", "owner");
    const session = await asked(idOf(1));
    await world.deps.db
      .insertInto("employerInvitations")
      .values({
        employerId,
        email: "accomplice@example.org",
        role: "owner",
        tokenHash: "a".repeat(64),
        invitedBy: idOf(1),
        expiresAt: sql<Date>`now() + interval '1 day'`,
      })
      .execute();
    await removeMember(world.deps, { actor: actor(0), memberId: idOf(1) });
    expect(await session.viewer()).toMatchObject({ membership: null, memberships: 0 });
    const invitation = world.deps.db
      .selectFrom("employerInvitations")
      .select("revokedAt")
      .where("employerId", "=", employerId);
    expect((await invitation.executeTakeFirstOrThrow()).revokedAt).not.toBeNull();
    expect(await mailsTo(members[1]?.email)).toEqual([
      "You are no longer in the team of Harborline Heart Institute",
    ]);
    const employerName = "Harborline Heart Institute";
    expect(await findEndedMembership(world.deps.db, idOf(1))).toEqual({
      employerName,
      left: false,
    });
    expect(await findEndedMembership(world.deps.db, idOf(0))).toBeNull();
  });

  it("never silently sets somebody to work for another of their employers", async () => {
    const { actor, idOf, employerId } = await makeTeam("owner", "recruiter");
    const other = await makeTeam("owner");
    const session = await asked(idOf(1));
    await addMember(world.deps.db, {
      employerId: other.employerId,
      userId: idOf(1),
      role: "viewer",
    });
    expect((await session.viewer())?.membership?.employerId).toBe(employerId);
    await removeMember(world.deps, { actor: actor(0), memberId: idOf(1) });
    expect(await session.viewer()).toMatchObject({ membership: null, memberships: 1 });
    const sessionId = (await session.viewer())?.sessionId ?? "";
    const point = { id: sessionId, userId: idOf(1) };
    expect(await pointSession(world.deps.db, { ...point, employerId })).toBe(false);
    expect(await pointSession(world.deps.db, { ...point, employerId: other.employerId })).toBe(
      true,
    );
    expect((await session.viewer())?.membership).toMatchObject({
      employerId: other.employerId,
      role: "viewer",
    });
  });

  it("is not possible for the last owner, by others or by themselves", async () => {
    const { actor, idOf } = await makeTeam("owner", "recruiter");
    const removal = removeMember(world.deps, { actor: actor(0), memberId: idOf(0) });
    await expect(removal).rejects.toMatchObject({ code: "illegal-move" });
    await expect(leaveTeam(world.deps, { actor: actor(0) })).rejects.toMatchObject({
      code: "illegal-move",
    });
    await leaveTeam(world.deps, { actor: actor(1) });
    expect(await findEndedMembership(world.deps.db, idOf(1))).toMatchObject({ left: true });
    await expect(leaveTeam(world.deps, { actor: actor(1) })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("ownership", () => {
  it("is handed over in one step, and every owner is told", async () => {
    const { actor, idOf, employerId, members } = await makeTeam("owner", "viewer");
    await transferOwnership(world.deps, { actor: actor(0), memberId: idOf(1) });
    expect(await ownersOf(employerId)).toEqual([idOf(1)]);
    for (const { email } of members) {
      expect(await mailsTo(email)).toEqual(["Harborline Heart Institute has a new owner"]);
    }
    const logged = world.deps.db
      .selectFrom("auditEntries")
      .select(["actorId", "action", "details"])
      .where("employerId", "=", employerId);
    expect(await logged.execute()).toEqual([
      {
        actorId: idOf(0),
        action: "ownership-transferred",
        details: { from: idOf(0), to: idOf(1) },
      },
    ]);
    await expect(
      transferOwnership(world.deps, { actor: actor(0), memberId: idOf(1) }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("survives fifty demotions, removals, departures and transfers at once", async () => {
    const { actor, idOf, employerId } = await makeTeam(...Array<MemberRole>(8).fill("owner"));
    const moves = Array.from({ length: 50 }, (_, index) => {
      const self = index % 8;
      const target = (index * 3 + 1) % 8;
      const memberId = idOf(target);
      switch (index % 4) {
        case 0:
          return leaveTeam(world.deps, { actor: actor(self) });
        case 1:
          return removeMember(world.deps, { actor: actor(self), memberId });
        case 2:
          return transferOwnership(world.deps, { actor: actor(self), memberId });
        default:
          return changeRole(world.deps, {
            actor: actor(self),
            memberId,
            role: "viewer",
            seenRole: "owner",
          });
      }
    });
    const results = await Promise.allSettled(moves);
    const codes = results.flatMap((result) =>
      result.status === "rejected" ? [String(result.reason.code)] : [],
    );
    expect(codes.length).toBeLessThan(50);
    for (const code of codes) {
      expect(code).toBeOneOf(["not-found", "not-allowed", "illegal-move", "changed-meanwhile"]);
    }
    expect((await ownersOf(employerId)).length).toBeGreaterThan(0);
  });

  it("stays with exactly one of two owners who both step down at the same time", async () => {
    for (let round = 0; round < 25; round++) {
      const { actor, idOf, employerId } = await makeTeam("owner", "owner");
      const stepDown = (index: number) =>
        changeRole(world.deps, {
          actor: actor(index),
          memberId: idOf(index),
          role: "recruiter",
          seenRole: "owner",
        });
      const results = await Promise.allSettled([stepDown(0), stepDown(1)]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await ownersOf(employerId)).toHaveLength(1);
    }
  });

  it("is kept by the database itself, whoever writes", async () => {
    const { employerId, idOf } = await makeTeam("owner", "owner", "viewer");
    const drop = (userId: string) =>
      world.deps.db
        .deleteFrom("employerMembers")
        .where("employerId", "=", employerId)
        .where("userId", "=", userId)
        .execute();
    const results = await Promise.allSettled([drop(idOf(0)), drop(idOf(1))]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await ownersOf(employerId)).toHaveLength(1);
    await world.deps.db.deleteFrom("employers").where("id", "=", employerId).execute();
    expect(await ownersOf(employerId)).toEqual([]);
  });
});
