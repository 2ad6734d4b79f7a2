import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  endSession,
  resolveViewer,
  rotateSessions,
  startSession,
} from "#app/auth/sessions.server.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Firefox" };
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";

async function signedIn(values: Parameters<typeof makeUser>[1] = {}) {
  const user = await makeUser(world.deps.db, values);
  const cookie = cookieOf(await startSession(world.deps, user.id, device));
  return { user, cookie };
}

describe("a session", () => {
  it("tells who is asking", async () => {
    const { user, cookie } = await signedIn();
    const viewer = await resolveViewer(world.deps, cookie);
    expect(viewer).toMatchObject({
      userId: user.id,
      email: user.email,
      kind: "applicant",
      emailVerified: true,
      membership: null,
    });
    expect(viewer).not.toHaveProperty("passwordHash");
  });

  it("tells which employer a member acts for", async () => {
    const { user, cookie } = await signedIn({ kind: "employer" });
    const employer = await makeEmployer(world.deps.db);
    await world.deps.db
      .insertInto("employerMembers")
      .values({ employerId: employer.id, userId: user.id, role: "recruiter" })
      .execute();
    const viewer = await resolveViewer(world.deps, cookie);
    expect(viewer?.membership).toEqual({
      employerId: employer.id,
      employerName: employer.name,
      employerSlug: employer.slug,
      role: "recruiter",
      suspended: false,
    });
    const suspendedAt = new Date();
    await world.deps.db.updateTable("employers").set({ suspendedAt }).execute();
    expect((await resolveViewer(world.deps, cookie))?.membership?.suspended).toBe(true);
  });

  it("is stored so that the table opens nothing", async () => {
    const { user, cookie } = await signedIn();
    const rows = await world.deps.db
      .selectFrom("sessions")
      .select("id")
      .where("userId", "=", user.id)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(cookie).not.toContain(rows[0]?.id);
    expect(await resolveViewer(world.deps, `session=${rows[0]?.id}`)).toBeNull();
  });

  it.each([null, "", "session=", "session=%00x", `session=${"x".repeat(43)}`, "session=%E0%A4%A"])(
    "is nobody's for the cookie %s",
    async (cookie) => {
      expect(await resolveViewer(world.deps, cookie)).toBeNull();
    },
  );

  it("ends at once when logged out, suspended or expired", async () => {
    const left = await signedIn();
    await endSession(world.deps, left.cookie);
    expect(await resolveViewer(world.deps, left.cookie)).toBeNull();

    const suspended = await signedIn();
    await world.deps.db
      .updateTable("users")
      .set({ suspendedAt: new Date() })
      .where("id", "=", suspended.user.id)
      .execute();
    expect(await resolveViewer(world.deps, suspended.cookie)).toBeNull();

    const expired = await signedIn();
    await sql`update sessions set expires_at = now() - interval '1 second'
      where user_id = ${expired.user.id}`.execute(world.deps.db);
    expect(await resolveViewer(world.deps, expired.cookie)).toBeNull();
  });

  it("slides when used, at most hourly and never past thirty days", async () => {
    const { user, cookie } = await signedIn();
    const expiry = async () =>
      (
        await sql<{ days: number }>`
          select round(extract(epoch from expires_at - now()) / 86400)::int as days
          from sessions where user_id = ${user.id}`.execute(world.deps.db)
      ).rows[0]?.days;
    const age = (created: string, seen: string, left: string) =>
      sql`update sessions set created_at = now() - ${created}::interval,
        last_seen_at = now() - ${seen}::interval, expires_at = now() + ${left}::interval
        where user_id = ${user.id}`.execute(world.deps.db);
    await age("5 days", "30 minutes", "9 days");
    await resolveViewer(world.deps, cookie);
    expect(await expiry()).toBe(9);
    await age("5 days", "2 hours", "9 days");
    await resolveViewer(world.deps, cookie);
    expect(await expiry()).toBe(14);
    await age("28 days", "2 hours", "1 day");
    await resolveViewer(world.deps, cookie);
    expect(await expiry()).toBe(2);
  });

  it("is replaced, with every other one, when sessions rotate", async () => {
    const { user, cookie } = await signedIn();
    const other = cookieOf(await startSession(world.deps, user.id, device));
    const fresh = cookieOf(await rotateSessions(world.deps, user.id, device));
    expect(await resolveViewer(world.deps, cookie)).toBeNull();
    expect(await resolveViewer(world.deps, other)).toBeNull();
    expect((await resolveViewer(world.deps, fresh))?.userId).toBe(user.id);
  });
});
