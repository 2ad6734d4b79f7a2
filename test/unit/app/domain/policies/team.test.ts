import { describe, expect, it } from "vitest";
import { canManageTeam, canSeeTeam, leavesNoOwner } from "#app/domain/policies/team.ts";
import type { MemberRole, Viewer } from "#app/domain/viewer.ts";

const viewer = (role: MemberRole, kind: Viewer["kind"] = "employer"): Viewer => ({
  userId: "u",
  sessionId: "s",
  email: "u@example.org",
  name: "U",
  kind,
  emailVerified: true,
  authenticatedAt: new Date(0),
  membership: { employerId: "e", employerName: "E", employerSlug: "e", role, suspended: false },
  memberships: 1,
});

describe("a team", () => {
  it.each(["owner", "recruiter", "viewer"] as const)("is seen by its %s", (role) => {
    expect(canSeeTeam(viewer(role), { employerId: "e" })).toBe(true);
    expect(canSeeTeam(viewer(role), { employerId: "other" })).toBe(false);
    expect(canManageTeam(viewer(role), { employerId: "e" })).toBe(role === "owner");
    expect(canManageTeam(viewer(role), { employerId: "other" })).toBe(false);
  });

  it("is nothing to strangers, to other kinds of account and to who acts for nobody", () => {
    for (const one of [
      null,
      viewer("owner", "applicant"),
      viewer("owner", "admin"),
      { ...viewer("owner"), membership: null },
    ]) {
      expect(canSeeTeam(one, { employerId: "e" })).toBe(false);
      expect(canManageTeam(one, { employerId: "e" })).toBe(false);
    }
  });

  it("loses its last owner only by the last owner's going or stepping down", () => {
    const table = [
      { from: "owner", to: null, owners: 1, expected: true },
      { from: "owner", to: "recruiter", owners: 1, expected: true },
      { from: "owner", to: "viewer", owners: 1, expected: true },
      { from: "owner", to: "owner", owners: 1, expected: false },
      { from: "owner", to: null, owners: 2, expected: false },
      { from: "recruiter", to: null, owners: 1, expected: false },
      { from: "viewer", to: "owner", owners: 1, expected: false },
    ] as const;
    for (const { expected, ...move } of table) expect(leavesNoOwner(move)).toBe(expected);
  });
});
