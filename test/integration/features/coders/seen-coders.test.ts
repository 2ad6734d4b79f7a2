import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { readCoderQuery } from "#app/features/coders/coder-query.ts";
import { findCoders } from "#app/features/coders/find-coders.server.ts";
import { openCoderResume } from "#app/features/coders/open-coder-resume.server.ts";
import { readCoder } from "#app/features/coders/read-coder.server.ts";
import { changePrivacy } from "#app/features/privacy/change-privacy.server.ts";
import { readPrivacy } from "#app/features/privacy/read-privacy.server.ts";
import { insertResume } from "#db/queries/resumes.ts";
import { type ApplicantValues, makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

async function makeDesk(verifiedAt: Date | null = new Date()) {
  const { db } = world.deps;
  const employer = await makeEmployer(db, { name: `Desk ${unique()}`, verifiedAt });
  const viewer = await makeMemberViewer(db, { employerId: employer.id, role: "recruiter" });
  return { employer, viewer };
}
type Desk = Awaited<ReturnType<typeof makeDesk>>;

/** A visible coder with one word nobody else has in everything they wrote. */
async function makeCoder(values: ApplicantValues = {}) {
  const { db } = world.deps;
  const word = `quillfeather${unique()}`;
  const { user, profile } = await makeApplicant(db, {
    user: { name: `Nadia ${word}`, email: `${word}@example.com` },
    headline: `${word} coder`,
    about: `I am ${word}.`,
    city: word,
    available: `call ${word}`,
    visibility: "visible",
    ...values,
  });
  await db
    .insertInto("applicantWork")
    .values({
      userId: user.id,
      employer: `${word} Clinic`,
      title: `Coder at ${word}`,
      setting: "professional-fee",
      startedOn: "2020-01-01",
      endedOn: null,
      summary: word,
      position: 0,
    })
    .execute();
  await db
    .insertInto("applicantEducation")
    .values({
      userId: user.id,
      institution: word,
      study: word,
      level: null,
      finishedYear: 2018,
      position: 0,
    })
    .execute();
  await db
    .updateTable("applicantCredentials")
    .set({ number: `N-${word}`, issuer: word })
    .where("userId", "=", user.id)
    .execute();
  const stored = await world.deps.files.put(Buffer.from(`%PDF-1.4 ${word}`));
  await insertResume(db, {
    userId: user.id,
    filename: `${word}.pdf`,
    file: { ...stored, contentType: "application/pdf" },
  });
  return { word, userId: user.id, publicId: profile.publicId };
}
type Coder = Awaited<ReturnType<typeof makeCoder>>;

const find = async ({ employer, viewer }: Desk, search = "") =>
  (
    await findCoders(world.deps, {
      employerId: employer.id,
      viewerId: viewer.userId,
      query: readCoderQuery(new URLSearchParams(search)),
    })
  ).coders;
const isFound = async (desk: Desk, { publicId }: Coder, search = "") =>
  (await find(desk, search)).some((card) => card.publicId === publicId);
const open = ({ viewer }: Desk, { publicId }: Coder) =>
  readCoder(world.deps, { viewer, publicId, ahead: false });
async function openResume({ viewer }: Desk, { publicId }: Coder) {
  const { stream, ...resume } = await openCoderResume(world.deps, { viewer, publicId });
  stream.destroy();
  return resume;
}
const save = (
  { userId }: Coder,
  visibility: "visible" | "applied-employers" | "hidden",
  anonymous = false,
) => changePrivacy(world.deps, { userId, change: { intent: "save", visibility, anonymous } });
async function apply(
  { employer }: Desk,
  { userId }: Coder,
  stage: "submitted" | "withdrawn" = "submitted",
) {
  const job = await makeJob(world.deps.db, { employerId: employer.id });
  return await makeApplication(world.deps.db, { jobId: job.id, applicantId: userId, stage });
}
async function expectUnseen(desk: Desk, coder: Coder) {
  expect(await isFound(desk, coder)).toBe(false);
  expect(await open(desk, coder)).toBeNull();
  await expect(openResume(desk, coder)).rejects.toMatchObject({ code: "not-found" });
}

describe("A coder's profile", () => {
  it("is seen with name and resume by a verified employer when visible, never with a member number", async () => {
    const [desk, coder] = [await makeDesk(), await makeCoder()];
    expect(await isFound(desk, coder)).toBe(true);
    const seen = await open(desk, coder);
    expect(seen?.profile.name).toContain(coder.word);
    expect(seen?.hasResume).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(`N-${coder.word}`);
    expect(JSON.stringify(await find(desk))).not.toContain(`N-${coder.word}`);
    expect((await openResume(desk, coder)).filename).toBe(`${coder.word}.pdf`);
  });

  it("is not seen when hidden, nor by employers not verified, suspended or hidden from", async () => {
    const coder = await makeCoder();
    await expectUnseen(await makeDesk(null), coder);
    const suspended = await makeDesk();
    await world.deps.db
      .updateTable("employers")
      .set({ suspendedAt: new Date(), suspendedReason: "Because." })
      .where("id", "=", suspended.employer.id)
      .execute();
    await expectUnseen(suspended, coder);

    const [present, other] = [await makeDesk(), await makeDesk()];
    const change = { intent: "hide-from", employerId: present.employer.id } as const;
    await changePrivacy(world.deps, { userId: coder.userId, change });
    await changePrivacy(world.deps, { userId: coder.userId, change });
    await expectUnseen(present, coder);
    await apply(present, coder);
    await expectUnseen(present, coder);
    expect(await isFound(other, coder)).toBe(true);
    const back = { ...change, intent: "show-to" } as const;
    await changePrivacy(world.deps, { userId: coder.userId, change: back });
    expect(await open(present, coder)).not.toBeNull();

    await save(coder, "hidden");
    await expectUnseen(other, coder);
  });

  it("is seen by employers applied to alone, until the application is withdrawn", async () => {
    const coder = await makeCoder();
    await save(coder, "applied-employers");
    const [applied, other] = [await makeDesk(), await makeDesk()];
    await expectUnseen(applied, coder);
    const { id } = await apply(applied, coder);
    expect(await open(applied, coder)).not.toBeNull();
    await expectUnseen(other, coder);
    await world.deps.db
      .updateTable("applications")
      .set({ stage: "withdrawn", snapshot: null, withdrawnAt: new Date() })
      .where("id", "=", id)
      .execute();
    await expectUnseen(applied, coder);
  });

  it("is not seen of somebody suspended, unconfirmed or leaving, who comes back as they then chose", async () => {
    const desk = await makeDesk();
    const { db } = world.deps;
    for (const change of [
      { suspendedAt: new Date(), suspendedReason: "Because." },
      { emailVerifiedAt: null },
    ]) {
      const coder = await makeCoder();
      await db.updateTable("users").set(change).where("id", "=", coder.userId).execute();
      await expectUnseen(desk, coder);
    }
    const leaving = await makeCoder();
    await sql`insert into account_deletions (user_id, delete_after, visibility_before)
      values (${leaving.userId}, now() + interval '1 day', 'visible')`.execute(db);
    await expectUnseen(desk, leaving);
    await save(leaving, "visible");
    await expectUnseen(desk, leaving);
    await save(leaving, "applied-employers");
    const page = await readPrivacy(world.deps, { userId: leaving.userId, words: "" });
    expect(page.visibility).toBe("applied-employers");
  });

  it("is nobody's by the user's own id or an unknown one", async () => {
    const [desk, coder] = [await makeDesk(), await makeCoder()];
    expect(await open(desk, { ...coder, publicId: coder.userId })).toBeNull();
    expect(await open(desk, { ...coder, publicId: randomUUID() })).toBeNull();
  });
});

describe("An anonymous coder", () => {
  it("shows nothing in their own words, and has a new address once anonymous", async () => {
    const [desk, named] = [await makeDesk(), await makeCoder()];
    await save(named, "visible", true);
    expect(await open(desk, named)).toBeNull();
    const { publicId } = await world.deps.db
      .selectFrom("applicants")
      .select("publicId")
      .where("userId", "=", named.userId)
      .executeTakeFirstOrThrow();
    const coder = { ...named, publicId };
    await save(coder, "visible", true);
    const seen = await open(desk, coder);
    expect(seen?.profile.name).toBe("Coder in Florida, 3 years");
    expect(seen?.code).toMatch(/^[0-9A-F]{6}$/);
    const cards = await find(desk);
    expect(cards.find((card) => card.publicId === publicId)?.code).toBe(seen?.code);
    for (const answer of [seen, cards]) {
      expect(JSON.stringify(answer)).not.toContain(coder.word);
      expect(JSON.stringify(answer)).not.toContain(coder.userId);
    }
    await expect(openResume(desk, coder)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is not found by words, which would tell what is hidden", async () => {
    const desk = await makeDesk();
    const [named, anonymous] = [await makeCoder(), await makeCoder({ anonymous: true })];
    expect(await isFound(desk, named, `q=${named.word}`)).toBe(true);
    expect(await isFound(desk, anonymous, `q=${anonymous.word}`)).toBe(false);
    expect(await isFound(desk, anonymous)).toBe(true);
  });

  it("is known by name where they applied, and nowhere else", async () => {
    const coder = await makeCoder({ anonymous: true });
    const [applied, other] = [await makeDesk(), await makeDesk()];
    await apply(applied, coder);
    expect((await open(applied, coder))?.profile.name).toContain(coder.word);
    expect((await open(other, coder))?.profile.name).not.toContain(coder.word);
  });
});

describe("A search of coders", () => {
  it("takes families with everything below them, months, credential and state", async () => {
    const desk = await makeDesk();
    const coder = await makeCoder({
      state: "ME",
      eligibleStates: ["ME", "NH"],
      credentials: ["CIRCC"],
      experience: [{ familyId: "cpt-coronary-intervention", months: 30 }],
    });
    const { ancestorIds } = await world.deps.db
      .selectFrom("codeFamilies")
      .select("ancestorIds")
      .where("id", "=", "cpt-coronary-intervention")
      .executeTakeFirstOrThrow();
    for (const id of ["cpt-coronary-intervention", ...ancestorIds]) {
      expect(await isFound(desk, coder, `family=${id}&months=24`)).toBe(true);
      expect(await isFound(desk, coder, `family=${id}&months=36`)).toBe(false);
    }
    expect(await isFound(desk, coder, "family=cpt-echo")).toBe(false);
    expect(await isFound(desk, coder, "months=36")).toBe(false);
    expect(await isFound(desk, coder, "credential=CIRCC&state=NH")).toBe(true);
    expect(await isFound(desk, coder, "credential=CPC")).toBe(false);
    expect(await isFound(desk, coder, "state=FL")).toBe(false);
    await world.deps.db
      .updateTable("applicantCredentials")
      .set({ expiresOn: "2020-01-01" })
      .where("userId", "=", coder.userId)
      .execute();
    expect(await isFound(desk, coder, "credential=CIRCC")).toBe(false);
    expect(await isFound(desk, coder, "q=%25")).toBe(false);
  });
});

describe("Who looked", () => {
  it("is told once per employer and day, with the resume; the audit log has each look", async () => {
    const [desk, coder] = [await makeDesk(), await makeCoder()];
    const { db } = world.deps;
    await readCoder(world.deps, { viewer: desk.viewer, publicId: coder.publicId, ahead: true });
    const looks = async () =>
      (await readPrivacy(world.deps, { userId: coder.userId, words: "" })).looks;
    expect(await looks()).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => open(desk, coder)));
    await openResume(desk, coder);
    await openResume(desk, coder);
    const seen = await looks();
    expect(seen.map(({ kind, employerName }) => [kind, employerName])).toEqual([
      ["resume", desk.employer.name],
      ["profile", desk.employer.name],
    ]);
    const entries = await db
      .selectFrom("auditEntries")
      .select(["action", "actorId"])
      .where("subjectId", "=", coder.userId)
      .execute();
    expect(entries.filter(({ action }) => action === "profile-viewed")).toHaveLength(20);
    expect(entries.filter(({ action }) => action === "resume-opened")).toHaveLength(2);
    expect(new Set(entries.map(({ actorId }) => actorId))).toEqual(new Set([desk.viewer.userId]));
  });
});
