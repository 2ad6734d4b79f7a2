import { describe, expect, it } from "vitest";
import { resolveViewer, startSession } from "#app/auth/sessions.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { changePassword } from "#app/features/accounts/change-password.server.ts";
import { listSessions } from "#app/features/accounts/list-sessions.server.ts";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { requestEmailChange } from "#app/features/accounts/request-email-change.server.ts";
import { revokeSessions } from "#app/features/accounts/revoke-sessions.server.ts";
import { verifyEmail } from "#app/features/accounts/verify-email.server.ts";
import { makeUser, PASSWORD, unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" };
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const open = async (userId: string) => cookieOf(await startSession(world.deps, userId, device));

async function signedIn(): Promise<{ viewer: Viewer; cookie: string }> {
  const user = await makeUser(world.deps.db);
  const cookie = await open(user.id);
  const viewer = await resolveViewer(world.deps, cookie);
  if (!viewer) throw new Error("not signed in");
  return { viewer, cookie };
}

const mailsTo = async (address: string) =>
  (await world.mails()).filter((mail) => mail.to.address === address);

describe("logging in", () => {
  it("opens a fresh session and ends the one the browser had", async () => {
    const { viewer, cookie } = await signedIn();
    const attempt = { email: viewer.email, password: PASSWORD, cookieHeader: cookie, ...device };
    const result = await logIn(world.deps, attempt);
    expect(result.outcome === "in" && cookieOf(result.setCookie)).not.toBe(cookie);
    expect(await resolveViewer(world.deps, cookie)).toBeNull();
  });

  it("answers a wrong password and an unknown address alike, after the same work", async () => {
    const user = await makeUser(world.deps.db);
    const tryAs = (email: string, password: string) =>
      logIn(world.deps, { email, password, cookieHeader: null, ...device });
    const wrong = { outcome: "wrong" };
    expect(await tryAs(user.email, "not-the-password")).toEqual(wrong);
    expect(await tryAs(`${unique()}@example.org`, PASSWORD)).toEqual(wrong);
  });

  it("tells a suspended person why, and nobody who does not know the password", async () => {
    const { email } = await makeUser(world.deps.db, {
      suspendedAt: new Date(),
      suspendedReason: "Posted the same job for a fee.",
    });
    const tryAs = (password: string) =>
      logIn(world.deps, { email, password, cookieHeader: null, ...device });
    expect(await tryAs("not-the-password")).toEqual({ outcome: "wrong" });
    expect(await tryAs(PASSWORD)).toEqual({
      outcome: "suspended",
      reason: "Posted the same job for a fee.",
    });
  });

  it("stops after ten wrong passwords, wherever they came from and even for the right one", async () => {
    const user = await makeUser(world.deps.db);
    const tryWith = (password: string, index: number) =>
      logIn(world.deps, {
        email: user.email,
        password,
        cookieHeader: null,
        ip: `198.51.100.${index}`,
        userAgent: "",
      });
    const guesses = Array.from({ length: 10 }, (_, index) => tryWith("wrong-password", index));
    await Promise.all(guesses);
    await expect(tryWith(PASSWORD, 99)).rejects.toMatchObject({ code: "too-many-attempts" });
  });
});

describe("changing a password", () => {
  it("asks for the current one", async () => {
    const { viewer, cookie } = await signedIn();
    const change = { viewer, currentPassword: "wrong", newPassword: "a-new-password", ...device };
    expect(await changePassword(world.deps, change)).toBeNull();
    expect(await resolveViewer(world.deps, cookie)).not.toBeNull();
    expect(await mailsTo(viewer.email)).toEqual([]);
  });

  it("gives this device a new session, ends all others and says so by mail", async () => {
    const { viewer, cookie } = await signedIn();
    const elsewhere = await open(viewer.userId);
    const change = { viewer, currentPassword: PASSWORD, newPassword: "a-new-password", ...device };
    const changed = await changePassword(world.deps, change);
    expect(await resolveViewer(world.deps, cookie)).toBeNull();
    expect(await resolveViewer(world.deps, elsewhere)).toBeNull();
    expect(await resolveViewer(world.deps, cookieOf(changed?.setCookie ?? ""))).not.toBeNull();
    expect(await mailsTo(viewer.email)).toHaveLength(1);
  });
});

describe("changing an address", () => {
  const linkIn = (text: string) => /verify-email\/([\w-]{43})/.exec(text)?.[1] ?? "none";

  it("takes effect by the link mailed to the new one; the old one is told", async () => {
    const { viewer } = await signedIn();
    const email = `moved-${unique()}@example.org`;
    expect(await requestEmailChange(world.deps, { viewer, email, password: "wrong" })).toBe(false);
    expect(await requestEmailChange(world.deps, { viewer, email, password: PASSWORD })).toBe(true);
    expect((await mailsTo(viewer.email))[0]?.text).toContain(email);
    const token = linkIn((await mailsTo(email))[0]?.text ?? "");
    const { setCookie } = await verifyEmail(world.deps, { token, ...device });
    expect((await resolveViewer(world.deps, cookieOf(setCookie)))?.email).toBe(email);
    const attempt = { password: PASSWORD, cookieHeader: null, ...device };
    expect((await logIn(world.deps, { ...attempt, email: viewer.email })).outcome).toBe("wrong");
    expect((await logIn(world.deps, { ...attempt, email })).outcome).toBe("in");
  });

  it("to a taken one looks the same and only mails its owner", async () => {
    const { viewer } = await signedIn();
    const owner = await makeUser(world.deps.db);
    const ask = { viewer, email: owner.email, password: PASSWORD };
    expect(await requestEmailChange(world.deps, ask)).toBe(true);
    expect((await mailsTo(owner.email))[0]?.subject).toBe("You already have an account");
  });

  it("loses to somebody who verified the address first", async () => {
    const { viewer } = await signedIn();
    const email = `race-${unique()}@example.org`;
    await requestEmailChange(world.deps, { viewer, email, password: PASSWORD });
    await makeUser(world.deps.db, { email });
    const token = linkIn((await mailsTo(email))[0]?.text ?? "");
    await expect(verifyEmail(world.deps, { token, ...device })).rejects.toMatchObject({
      code: "email-taken",
    });
  });
});

describe("the list of sessions", () => {
  it("names each device, this one first, and ends another at once", async () => {
    const { viewer, cookie } = await signedIn();
    const elsewhere = await open(viewer.userId);
    const sessions = await listSessions(world.deps, { viewer });
    expect(sessions.map(({ device: name, current }) => [name, current])).toEqual([
      ["Firefox on Windows", true],
      ["Firefox on Windows", false],
    ]);
    await revokeSessions(world.deps, { viewer, sessionId: sessions[1]?.id ?? "" });
    expect(await resolveViewer(world.deps, elsewhere)).toBeNull();
    expect(await resolveViewer(world.deps, cookie)).not.toBeNull();
  });

  it("ends all others, but never those of somebody else", async () => {
    const mine = await signedIn();
    const elsewhere = await open(mine.viewer.userId);
    const theirs = await signedIn();
    const { viewer } = mine;
    await revokeSessions(world.deps, { viewer, sessionId: theirs.viewer.sessionId });
    await revokeSessions(world.deps, { viewer });
    expect(await resolveViewer(world.deps, elsewhere)).toBeNull();
    expect(await resolveViewer(world.deps, mine.cookie)).not.toBeNull();
    expect(await resolveViewer(world.deps, theirs.cookie)).not.toBeNull();
  });
});
