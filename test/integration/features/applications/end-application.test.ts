import { beforeEach, describe, expect, it } from "vitest";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { addNote } from "#app/features/applications/add-note.server.ts";
import { openResume } from "#app/features/applications/open-resume.server.ts";
import { tellApplicants } from "#app/features/applications/tell-applicants.server.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import { TASKS } from "#app/worker/tasks.ts";
import type { NewApplication } from "#db/schema/applications.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let applicant: Viewer;
let jobId: string;

beforeEach(async () => {
  const { db } = world.deps;
  owner = await makeMemberViewer(db);
  applicant = await makeApplicantViewer(db);
  jobId = (await makeJob(db, { employerId: owner.membership.employerId })).id;
});

const apply = async (values: Partial<NewApplication> = {}) =>
  (await makeApplication(world.deps.db, { jobId, applicantId: applicant.userId, ...values })).id;
const find = (id: string) =>
  world.deps.db
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
const kinds = async (id: string) =>
  (
    await world.deps.db
      .selectFrom("applicationEvents")
      .select("kind")
      .where("applicationId", "=", id)
      .execute()
  ).map(({ kind }) => kind);
const mailsTo = async (address: string) =>
  (await world.mails()).filter(({ to }) => to.address === address);
const withdraw = (applicationId: string, viewer = applicant) =>
  withdrawApplication(world.deps, { viewer, applicationId });

describe("withdrawing", () => {
  it("keeps the row and its timeline, and removes all it told about the person", async () => {
    const id = await apply({ resumeFilename: "alex.pdf" });
    await addNote(world.deps, { viewer: owner, applicationId: id, body: "Alex called back." });
    await withdraw(id);
    const row = await find(id);
    expect(row).toMatchObject({
      stage: "withdrawn",
      snapshot: null,
      coverNote: "",
      resumeFileId: null,
      resumeFilename: null,
      matchReasons: [],
    });
    expect(row.withdrawnAt).toBeInstanceOf(Date);
    expect(JSON.stringify(row)).not.toMatch(/Alex|Tampa|cath lab/);
    expect(await kinds(id)).toEqual(["withdrawn"]);
    const notes = await world.deps.db
      .selectFrom("applicationNotes")
      .select("id")
      .where("applicationId", "=", id)
      .execute();
    expect(notes).toEqual([]);
    expect(await mailsTo(owner.email)).toHaveLength(1);
  });

  it("leaves the employer no resume and no room for notes", async () => {
    const id = await apply();
    await withdraw(id);
    await expect(
      openResume(world.deps, { viewer: owner, applicationId: id }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      addNote(world.deps, { viewer: owner, applicationId: id, body: "Why?" }),
    ).rejects.toMatchObject({ code: "illegal-move" });
  });

  it("clicked twice happens once", async () => {
    const id = await apply();
    await Promise.all([withdraw(id), withdraw(id)]);
    expect(await kinds(id)).toEqual(["withdrawn"]);
    expect(await mailsTo(owner.email)).toHaveLength(1);
  });

  it.each(["hired", "rejected"] as const)("is too late once %s", async (stage) => {
    const id = await apply({ stage });
    await expect(withdraw(id)).rejects.toMatchObject({ code: "illegal-move" });
    expect((await find(id)).snapshot).not.toBeNull();
  });

  it("is only for the applicant", async () => {
    const id = await apply();
    for (const viewer of [owner, await makeApplicantViewer(world.deps.db)]) {
      await expect(withdraw(id, viewer)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await find(id)).stage).toBe("submitted");
  });
});

describe("when a job has ended", () => {
  const end = (values: { status: "closed" | "expired"; closeReason: "filled" | null }) =>
    world.deps.db.updateTable("jobs").set(values).where("id", "=", jobId).execute();
  const another = async (values: Partial<NewApplication> = {}) =>
    (await makeApplication(world.deps.db, { jobId, ...values })).id;

  it("everyone who waits is told why, once, and nobody else", async () => {
    const waiting = await apply();
    const talking = await another({ stage: "interview" });
    const done = await Promise.all([
      another({ stage: "hired" }),
      another({ stage: "rejected" }),
      another({ stage: "withdrawn" }),
    ]);
    const elsewhere = (await makeApplication(world.deps.db)).id;
    await end({ status: "closed", closeReason: "filled" });
    await Promise.all([
      tellApplicants(world.deps, { jobId }),
      tellApplicants(world.deps, { jobId }),
    ]);
    await tellApplicants(world.deps, { jobId });
    for (const id of [waiting, talking]) expect(await kinds(id)).toEqual(["job-closed"]);
    for (const id of [...done, elsewhere]) expect(await kinds(id)).toEqual([]);
    const mails = await mailsTo(applicant.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain("This job has been filled.");
    expect((await find(talking)).stage).toBe("interview");
  });

  it("more people than one batch are all told", async () => {
    for (let count = 0; count < 53; count += 1) await another();
    await end({ status: "expired", closeReason: null });
    await tellApplicants(world.deps, { jobId });
    const told = await world.deps.db
      .selectFrom("applicationEvents")
      .innerJoin("applications", "applications.id", "applicationEvents.applicationId")
      .select("applications.id")
      .where("applications.jobId", "=", jobId)
      .execute();
    expect(told).toHaveLength(53);
  });

  it("a task that comes too early tells nobody", async () => {
    const id = await apply();
    await tellApplicants(world.deps, { jobId });
    expect(await kinds(id)).toEqual([]);
  });

  it("the worker knows the task", () => {
    expect(Object.keys(TASKS)).toContain("tell-applicants");
  });
});
