import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Viewer } from "#app/domain/viewer.ts";
import type { ApplicationInput } from "#app/features/applications/application.form.ts";
import { submitApplication } from "#app/features/applications/submit-application.server.ts";
import { tellApplicants } from "#app/features/applications/tell-applicants.server.ts";
import { changeJobStatus } from "#app/features/jobs/change-job-status.server.ts";
import type { Job } from "#db/schema/jobs.ts";
import { makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

const input = (values: Partial<ApplicationInput> = {}): ApplicationInput => ({
  resumeId: null,
  coverNote: "I have coded cath lab notes for three years.",
  answers: {},
  profileVersion: 1,
  idempotencyKey: randomUUID(),
  ...values,
});
const submit = (viewer: Viewer, job: Pick<Job, "slug">, values: Partial<ApplicationInput> = {}) =>
  submitApplication(world.deps, { viewer, slug: job.slug, input: input(values) });
const applicationsOf = (viewer: Viewer) =>
  world.deps.db
    .selectFrom("applications")
    .selectAll()
    .where("applicantId", "=", viewer.userId)
    .execute();
const mailsTo = async (address: string) =>
  (await world.mails()).filter(({ to }) => to.address === address);
const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));

async function makeResume(userId: string) {
  const file = await world.deps.db
    .insertInto("files")
    .values({
      storageKey: randomUUID(),
      contentType: "application/pdf",
      byteSize: 9,
      sha256: "00",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return world.deps.db
    .insertInto("resumes")
    .values({ userId, fileId: file.id, filename: "dana.pdf", removedAt: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

describe("applying", () => {
  it("freezes the profile, the resume, the score and the promised day, and mails both sides", async () => {
    const { db } = world.deps;
    const job = await makeJob(db, { replyByDays: 10 });
    const owner = await makeMember(db, job.employerId, "owner");
    const recruiter = await makeMember(db, job.employerId, "recruiter");
    const reader = await makeMember(db, job.employerId, "viewer");
    const unverified = await makeMember(db, job.employerId, "owner", { emailVerifiedAt: null });
    const viewer = await makeApplicantViewer(db);
    const resume = await makeResume(viewer.userId);
    const path = await submit(viewer, job, { resumeId: resume.id });

    const [application] = await applicationsOf(viewer);
    expect(path).toBe(`/applicant/applications/${application!.id}`);
    expect(application).toMatchObject({
      stage: "submitted",
      coverNote: "I have coded cath lab notes for three years.",
      resumeFileId: resume.fileId,
      resumeFilename: "dana.pdf",
    });
    expect(application!.snapshot).toMatchObject({ name: "Alex Applicant", state: "FL" });
    expect(application!.matchScore).toBeGreaterThan(50);
    expect(application!.matchReasons.length).toBeGreaterThan(3);
    const days =
      (application!.replyBy!.getTime() - application!.submittedAt.getTime()) / 86_400_000;
    expect(days).toBe(10);
    await db
      .updateTable("applicants")
      .set({ headline: "Changed later" })
      .where("userId", "=", viewer.userId)
      .execute();
    expect((await applicationsOf(viewer))[0]!.snapshot!.headline).toBe("Cardiology coder");

    expect(await mailsTo(viewer.email)).toHaveLength(1);
    for (const { email } of [owner, recruiter]) expect(await mailsTo(email)).toHaveLength(1);
    for (const { email } of [reader, unverified]) expect(await mailsTo(email)).toHaveLength(0);
  });

  it("never copies a member number into what the employer can reach", async () => {
    const { db } = world.deps;
    const viewer = await makeApplicantViewer(db);
    await db
      .updateTable("applicantCredentials")
      .set({ number: "SECRET-0042" })
      .where("userId", "=", viewer.userId)
      .execute();
    await submit(viewer, await makeJob(db));
    const row = JSON.stringify(await applicationsOf(viewer));
    expect(row).toContain("CPC");
    expect(row).not.toContain("SECRET-0042");
  });

  it("is not for an address nobody has verified", async () => {
    const viewer = await makeApplicantViewer(world.deps.db, { user: { emailVerifiedAt: null } });
    const job = await makeJob(world.deps.db);
    await expect(submit(viewer, job)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await applicationsOf(viewer)).toEqual([]);
  });

  it("does not send a profile other than the one reviewed", async () => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db);
    const stale = submit(viewer, job, { profileVersion: 0 });
    await expect(stale).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await applicationsOf(viewer)).toEqual([]);
  });

  it("does not attach somebody else's resume, nor a removed one", async () => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const other = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db);
    const { id: theirs } = await makeResume(other.userId);
    await expect(submit(viewer, job, { resumeId: theirs })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const { id: removed } = await makeResume(viewer.userId);
    await world.deps.db
      .updateTable("resumes")
      .set({ removedAt: new Date() })
      .where("id", "=", removed)
      .execute();
    await expect(submit(viewer, job, { resumeId: removed })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect(await applicationsOf(viewer)).toEqual([]);
  });
});

describe("a job that is not open", () => {
  it.each([
    ["paused", null, "paused"],
    ["closed", "filled", "filled"],
    ["closed", "withdrawn", "withdrawn"],
    ["expired", null, "closing date"],
  ] as const)("refuses when %s (%s), with the reason", async (status, closeReason, words) => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db, { status, closeReason });
    await expect(submit(viewer, job)).rejects.toMatchObject({
      code: "job-not-open",
      message: expect.stringContaining(words),
    });
    expect(await mailsTo(viewer.email)).toEqual([]);
  });

  it("has expired by the database's clock, though its status still says published", async () => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db, { expiresAt: new Date(Date.now() - 1_000) });
    world.clock.set("2020-01-01T00:00:00Z");
    await expect(submit(viewer, job)).rejects.toMatchObject({ code: "job-not-open" });
    world.clock.set(new Date());
  });

  it.each(["draft", "in-review", "rejected"] as const)("is unknown while %s", async (status) => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db, { status });
    await expect(submit(viewer, job)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("clicking more than once", () => {
  it("fifty times with one key sends one application, and every click gets its page", async () => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db);
    const owner = await makeMember(world.deps.db, job.employerId);
    const idempotencyKey = randomUUID();
    const paths = await Promise.all(
      Array.from({ length: 50 }, () => submit(viewer, job, { idempotencyKey })),
    );
    expect(new Set(paths).size).toBe(1);
    expect(await applicationsOf(viewer)).toHaveLength(1);
    expect(await mailsTo(viewer.email)).toHaveLength(1);
    expect(await mailsTo(owner.email)).toHaveLength(1);
  });

  it("fifty times with a key each sends one application, and the others are shown to it", async () => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => submit(viewer, job)),
    );
    const [application] = await applicationsOf(viewer);
    expect(await applicationsOf(viewer)).toHaveLength(1);
    expect(codes(outcomes)).toEqual(Array(49).fill("already-applied"));
    const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason.link).toBe(`/applicant/applications/${application!.id}`);
    expect(await mailsTo(viewer.email)).toHaveLength(1);
  });

  it("with the same key and other words is refused, with the way to what was sent", async () => {
    const viewer = await makeApplicantViewer(world.deps.db);
    const job = await makeJob(world.deps.db);
    const idempotencyKey = randomUUID();
    const path = await submit(viewer, job, { idempotencyKey });
    const other = submit(viewer, job, { idempotencyKey, coverNote: "Other words." });
    await expect(other).rejects.toMatchObject({ code: "key-reused", link: path });
  });

  it("keeps one person's key apart from another's", async () => {
    const [one, other] = await Promise.all([
      makeApplicantViewer(world.deps.db),
      makeApplicantViewer(world.deps.db),
    ]);
    const job = await makeJob(world.deps.db);
    const idempotencyKey = randomUUID();
    const paths = [
      await submit(one, job, { idempotencyKey }),
      await submit(other, job, { idempotencyKey }),
    ];
    expect(new Set(paths).size).toBe(2);
  });
});

describe("at the same moment", () => {
  it("a job closes: whoever was first holds, and nobody is both accepted and untold", async () => {
    const { db } = world.deps;
    for (let round = 0; round < 8; round += 1) {
      const job = await makeJob(db);
      const user = await makeMember(db, job.employerId);
      const viewer = await makeApplicantViewer(db);
      const member = { employerId: job.employerId, userId: user.id };
      const [applied] = await Promise.allSettled([
        submit(viewer, job),
        changeJobStatus(world.deps, {
          member,
          seen: { jobId: job.id, version: job.version },
          change: { action: "close", reason: "filled" },
        }),
      ]);
      const rows = await applicationsOf(viewer);
      expect(rows).toHaveLength(applied.status === "fulfilled" ? 1 : 0);
      if (applied.status === "rejected") expect(applied.reason.code).toBe("job-not-open");
      const closed = await db
        .selectFrom("jobs")
        .select("status")
        .where("id", "=", job.id)
        .executeTakeFirstOrThrow();
      expect(closed.status).toBe("closed");
      await tellApplicants(world.deps, { jobId: job.id });
      const told = await db
        .selectFrom("applicationEvents")
        .innerJoin("applications", "applications.id", "applicationEvents.applicationId")
        .select("kind")
        .where("jobId", "=", job.id)
        .where("kind", "=", "job-closed")
        .execute();
      expect(told).toHaveLength(rows.length);
    }
  });

  it("the transaction fails: no row, no event, no mail and no used key are left", async () => {
    const { db } = world.deps;
    const viewer = await makeApplicantViewer(db);
    const job = await makeJob(db);
    const idempotencyKey = randomUUID();
    let calls = 0;
    const failing = {
      ...world.deps,
      tasks: {
        ...world.deps.tasks,
        async enqueue(...args: Parameters<typeof world.deps.tasks.enqueue>) {
          await world.deps.tasks.enqueue(...args);
          calls += 1;
          throw new Error("the power went");
        },
      },
    };
    const sent = submitApplication(failing, {
      viewer,
      slug: job.slug,
      input: input({ idempotencyKey }),
    });
    await expect(sent).rejects.toThrow("the power went");
    expect(calls).toBe(1);
    expect(await applicationsOf(viewer)).toEqual([]);
    expect(await mailsTo(viewer.email)).toEqual([]);
    const keys = await sql`select from idempotency_keys where key = ${idempotencyKey}`.execute(db);
    expect(keys.rows).toEqual([]);
    await expect(submit(viewer, job, { idempotencyKey })).resolves.toMatch(/^\/applicant\//);
  });
});
