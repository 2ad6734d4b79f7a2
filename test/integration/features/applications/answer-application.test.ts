import { beforeEach, describe, expect, it } from "vitest";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { addNote } from "#app/features/applications/add-note.server.ts";
import { moveApplication } from "#app/features/applications/move-application.server.ts";
import { openResume } from "#app/features/applications/open-resume.server.ts";
import { rejectApplication } from "#app/features/applications/reject-application.server.ts";
import type { Application } from "#db/schema/applications.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let applicant: Viewer;
let application: Application;

beforeEach(async () => {
  const { db } = world.deps;
  owner = await makeMemberViewer(db);
  applicant = await makeApplicantViewer(db);
  const job = await makeJob(db, { employerId: owner.membership.employerId });
  const file = await world.deps.files.put(Buffer.from("%PDF-1.7 resume"));
  const { id: resumeFileId } = await db
    .insertInto("files")
    .values({ ...file, contentType: "application/pdf" })
    .returning("id")
    .executeTakeFirstOrThrow();
  application = await makeApplication(db, {
    jobId: job.id,
    applicantId: applicant.userId,
    resumeFileId,
    resumeFilename: "alex.pdf",
  });
});

const find = () =>
  world.deps.db
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", application.id)
    .executeTakeFirstOrThrow();
const events = () =>
  world.deps.db
    .selectFrom("applicationEvents")
    .selectAll()
    .where("applicationId", "=", application.id)
    .orderBy("createdAt")
    .execute();
const mails = async () => (await world.mails()).filter(({ to }) => to.address === applicant.email);
const move = (viewer: Viewer, stage: ApplicationStage, version = application.version) =>
  moveApplication(world.deps, {
    viewer,
    applicationId: application.id,
    input: { stage, message: "Can you talk on Tuesday?", version },
  });
const reject = (viewer: Viewer, version = application.version) =>
  rejectApplication(world.deps, {
    viewer,
    applicationId: application.id,
    input: { reason: "experience", rejectMessage: "", version },
  });
const note = (viewer: Viewer) =>
  addNote(world.deps, { viewer, applicationId: application.id, body: "Strong in cath lab." });
const open = (viewer: Viewer) => openResume(world.deps, { viewer, applicationId: application.id });

describe("moving an application", () => {
  it("changes the stage, keeps the message on the timeline, and mails the applicant", async () => {
    await move(owner, "interview");
    const moved = await find();
    expect(moved).toMatchObject({ stage: "interview", version: application.version + 1 });
    expect(moved.firstReplyAt).toBeInstanceOf(Date);
    expect(await events()).toMatchObject([
      {
        kind: "moved",
        actorId: owner.userId,
        fromStage: "submitted",
        toStage: "interview",
        message: "Can you talk on Tuesday?",
        shownToApplicant: true,
      },
    ]);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.text).toContain("Can you talk on Tuesday?");
  });

  it("counts only the first answer as the reply", async () => {
    await move(owner, "in-review");
    const first = (await find()).firstReplyAt;
    await move(owner, "interview", application.version + 1);
    expect((await find()).firstReplyAt).toEqual(first);
  });

  it("is won by one of two members who press at once, and the other is told what it is now", async () => {
    const { employerId } = owner.membership;
    const recruiter = await makeMemberViewer(world.deps.db, { employerId, role: "recruiter" });
    const outcomes = await Promise.allSettled([
      move(owner, "in-review"),
      move(recruiter, "interview"),
      reject(recruiter),
    ]);
    const lost = outcomes.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(2);
    for (const { reason } of lost) {
      expect(reason).toMatchObject({ code: "changed-meanwhile" });
      expect(reason.message).toMatch(/now “(In review|Interview|Not selected)”/);
    }
    expect(await events()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ["submitted", "hired"],
    ["offer", "submitted"],
    ["offer", "withdrawn"],
    ["offer", "rejected"],
    ["hired", "interview"],
    ["rejected", "in-review"],
    ["withdrawn", "in-review"],
  ] as const)("may not go from %s to %s", async (from, to) => {
    await world.deps.db
      .updateTable("applications")
      .set({ stage: from })
      .where("id", "=", application.id)
      .execute();
    await expect(move(owner, to)).rejects.toMatchObject({ code: "illegal-move" });
    expect(await find()).toMatchObject({ stage: from, version: application.version });
    expect(await mails()).toEqual([]);
  });
});

describe("declining an application", () => {
  it("keeps the reason and mails its words", async () => {
    await reject(owner);
    expect(await find()).toMatchObject({ stage: "rejected", rejectReason: "experience" });
    expect(await events()).toMatchObject([{ kind: "rejected", toStage: "rejected" }]);
    const [mail] = await mails();
    expect(mail!.text).toContain("more experience in the families");
  });

  it("happens once", async () => {
    await reject(owner);
    await expect(reject(owner, application.version + 1)).rejects.toMatchObject({
      code: "illegal-move",
    });
    expect(await mails()).toHaveLength(1);
  });
});

describe("a private note", () => {
  it("is kept with its author, and tells the applicant nothing", async () => {
    await note(owner);
    const notes = await world.deps.db
      .selectFrom("applicationNotes")
      .select(["authorId", "body"])
      .where("applicationId", "=", application.id)
      .execute();
    expect(notes).toEqual([{ authorId: owner.userId, body: "Strong in cath lab." }]);
    expect(await events()).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});

describe("opening the resume", () => {
  it("gives the bytes and writes the opening on the applicant's timeline, every time", async () => {
    const { stream, filename, contentType, byteSize } = await open(owner);
    const bytes = Buffer.concat(await stream.toArray());
    expect(bytes.toString()).toBe("%PDF-1.7 resume");
    expect({ filename, contentType, byteSize }).toEqual({
      filename: "alex.pdf",
      contentType: "application/pdf",
      byteSize: bytes.length,
    });
    (await open(owner)).stream.destroy();
    expect(await events()).toMatchObject([
      { kind: "resume-opened", actorId: owner.userId, shownToApplicant: true },
      { kind: "resume-opened" },
    ]);
  });

  it("is open to viewers of the employer, who read what the others read", async () => {
    const { employerId } = owner.membership;
    const reader = await makeMemberViewer(world.deps.db, { employerId, role: "viewer" });
    (await open(reader)).stream.destroy();
    expect(await events()).toHaveLength(1);
  });

  it("finds nothing when none was sent", async () => {
    await world.deps.db
      .updateTable("applications")
      .set({ resumeFileId: null, resumeFilename: null })
      .where("id", "=", application.id)
      .execute();
    await expect(open(owner)).rejects.toMatchObject({ code: "not-found" });
    expect(await events()).toEqual([]);
  });
});

describe("everyone else", () => {
  const attempts = [
    ["move", (viewer: Viewer) => move(viewer, "in-review")],
    ["decline", (viewer: Viewer) => reject(viewer)],
    ["write a note on", note],
    ["open the resume of", open],
  ] as const;

  it.each(attempts)("may not %s an application they may not know of", async (_, attempt) => {
    const { db } = world.deps;
    const exMember: Viewer = { ...owner, membership: null };
    const admin: Viewer = { ...owner, kind: "admin", membership: null };
    const strangers = [
      await makeMemberViewer(db),
      exMember,
      admin,
      applicant,
      await makeApplicantViewer(db),
    ];
    for (const viewer of strangers) {
      await expect(attempt(viewer)).rejects.toMatchObject({
        code: "not-found",
        message: expect.stringContaining("could not find that page"),
      });
    }
    expect(await find()).toEqual(application);
    expect(await events()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it.each(attempts.slice(0, 3))("viewers of the employer may not %s one", async (_, attempt) => {
    const { employerId } = owner.membership;
    const reader = await makeMemberViewer(world.deps.db, { employerId, role: "viewer" });
    await expect(attempt(reader)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await find()).toEqual(application);
    expect(await mails()).toEqual([]);
  });
});
