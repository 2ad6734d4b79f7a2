import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { resolveViewer, startSession } from "#app/auth/sessions.server.ts";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { requestPasswordReset } from "#app/features/accounts/request-password-reset.server.ts";
import { readReset, resetPassword } from "#app/features/accounts/reset-password.server.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import { readConfirmation, verifyEmail } from "#app/features/accounts/verify-email.server.ts";
import { makeUser, PASSWORD, unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Firefox" };
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const freshEmail = () => `new-${unique()}@example.org`;

async function mailsTo(address: string) {
  return (await world.mails()).filter((mail) => mail.to.address === address);
}

async function newestToken(address: string): Promise<string> {
  const mail = (await mailsTo(address)).at(-1);
  return /\/(?:verify-email|reset-password)\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "none";
}

async function signUpAs(email: string, kind: "applicant" | "employer" = "applicant") {
  await signUp(world.deps, {
    kind,
    name: "New Person",
    email,
    password: PASSWORD,
    ip: "192.0.2.1",
  });
  return await newestToken(email);
}

describe("signing up", () => {
  it("makes an account that is nobody's until its link is used, then signs in and gives a profile", async () => {
    const email = freshEmail();
    const token = await signUpAs(email);
    const attempt = { email, password: PASSWORD, cookieHeader: null, ...device };
    expect(await logIn(world.deps, attempt)).toEqual({ outcome: "unverified" });
    expect(await readConfirmation(world.deps, token)).toEqual({ email, purpose: "verify-email" });
    const { setCookie, kind } = await verifyEmail(world.deps, { token, ...device });
    expect(kind).toBe("applicant");
    const viewer = await resolveViewer(world.deps, cookieOf(setCookie));
    expect(viewer).toMatchObject({ email, emailVerified: true });
    const profile = world.deps.db
      .selectFrom("applicants")
      .select("version")
      .where("userId", "=", viewer?.userId ?? "");
    expect(await profile.execute()).toHaveLength(1);
    expect((await logIn(world.deps, attempt)).outcome).toBe("in");
  });

  it("gives an employer no applicant's profile", async () => {
    const email = freshEmail();
    const { kind } = await verifyEmail(world.deps, {
      token: await signUpAs(email, "employer"),
      ...device,
    });
    expect(kind).toBe("employer");
    const profiles = await world.deps.db
      .selectFrom("applicants")
      .innerJoin("users", "users.id", "applicants.userId")
      .select("userId")
      .where("users.email", "=", email)
      .execute();
    expect(profiles).toEqual([]);
  });

  it("leaves a taken address as it is and tells its owner by mail", async () => {
    const owner = await makeUser(world.deps.db);
    await signUp(world.deps, {
      kind: "employer",
      name: "Thief",
      email: owner.email.toUpperCase(),
      password: "another-password",
      ip: "192.0.2.1",
    });
    const [mail] = (await world.mails()).slice(-1);
    expect(mail?.to.address.toLowerCase()).toBe(owner.email);
    expect(mail?.subject).toBe("You already have an account");
    expect(mail?.text).not.toContain("Thief");
    const attempt = { email: owner.email, password: PASSWORD, cookieHeader: null, ...device };
    expect(await logIn(world.deps, attempt)).toMatchObject({ outcome: "in", kind: "applicant" });
  });

  it("twice lets the last one decide the password and ends the first link", async () => {
    const email = freshEmail();
    const first = await signUpAs(email);
    await signUp(world.deps, {
      kind: "applicant",
      name: "Rightful",
      email,
      password: "the-second-password",
      ip: "192.0.2.1",
    });
    await expect(verifyEmail(world.deps, { token: first, ...device })).rejects.toMatchObject({
      code: "token-invalid",
    });
    await verifyEmail(world.deps, { token: await newestToken(email), ...device });
    const attempt = { email, cookieHeader: null, ...device };
    expect((await logIn(world.deps, { ...attempt, password: PASSWORD })).outcome).toBe("wrong");
    const right = await logIn(world.deps, { ...attempt, password: "the-second-password" });
    expect(right.outcome).toBe("in");
  });

  it("builds its links from the site's own origin", async () => {
    const email = freshEmail();
    await signUpAs(email);
    expect((await mailsTo(email))[0]?.html).toContain("http://localhost:3000/verify-email/");
  });
});

describe("a mailed link", () => {
  it("works once, even for twenty clicks at the same time", async () => {
    const token = await signUpAs(freshEmail());
    const clicks = Array.from({ length: 20 }, () => verifyEmail(world.deps, { token, ...device }));
    const results = await Promise.allSettled(clicks);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is stored so that the table opens nothing, and ends with its time", async () => {
    const email = freshEmail();
    const token = await signUpAs(email);
    const rows = await world.deps.db
      .selectFrom("emailTokens")
      .select("tokenHash")
      .where("email", "=", email)
      .execute();
    expect(rows.map((row) => row.tokenHash)).not.toContain(token);
    expect(await readConfirmation(world.deps, rows[0]?.tokenHash ?? "")).toBeNull();
    await sql`update email_tokens set expires_at = now() where email = ${email}`.execute(
      world.deps.db,
    );
    expect(await readConfirmation(world.deps, token)).toBeNull();
    await expect(verifyEmail(world.deps, { token, ...device })).rejects.toMatchObject({
      code: "token-invalid",
    });
  });

  it("of one purpose does nothing for another", async () => {
    const token = await signUpAs(freshEmail());
    expect(await readReset(world.deps, token)).toBeNull();
    const reset = resetPassword(world.deps, { token, password: "a-new-password", ...device });
    await expect(reset).rejects.toMatchObject({ code: "token-invalid" });
  });
});

describe("a forgotten password", () => {
  it("is replaced by link; every session ends, and the change is mailed", async () => {
    const { id, email } = await makeUser(world.deps.db);
    const old = cookieOf(await startSession(world.deps, id, device));
    await requestPasswordReset(world.deps, { email, ip: "192.0.2.1" });
    const token = await newestToken(email);
    expect(await readReset(world.deps, token)).toBe(email);
    const password = "a-brand-new-password";
    const { setCookie } = await resetPassword(world.deps, { token, password, ...device });
    expect(await resolveViewer(world.deps, old)).toBeNull();
    expect((await resolveViewer(world.deps, cookieOf(setCookie)))?.userId).toBe(id);
    expect((await mailsTo(email)).at(-1)?.subject).toBe("Your password was changed");
    const attempt = { email, cookieHeader: null, ...device };
    expect((await logIn(world.deps, { ...attempt, password: PASSWORD })).outcome).toBe("wrong");
    expect((await logIn(world.deps, { ...attempt, password })).outcome).toBe("in");
  });

  it("of an unknown or suspended person sends nothing", async () => {
    const unknown = freshEmail();
    const { email } = await makeUser(world.deps.db, { suspendedAt: new Date() });
    await requestPasswordReset(world.deps, { email: unknown, ip: "192.0.2.1" });
    await requestPasswordReset(world.deps, { email, ip: "192.0.2.1" });
    expect([...(await mailsTo(unknown)), ...(await mailsTo(email))]).toEqual([]);
  });

  it("takes about as long for an unknown address as for a known one", async () => {
    const { email } = await makeUser(world.deps.db);
    const time = async (address: string) => {
      const started = performance.now();
      await requestPasswordReset(world.deps, { email: address, ip: "192.0.2.77" });
      return performance.now() - started;
    };
    const known = await time(email);
    const unknown = await time(freshEmail());
    expect(Math.abs(known - unknown)).toBeLessThan(100);
  });
});
