import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Viewer } from "#app/domain/viewer.ts";
import { takeApplyStep } from "#app/features/applications/apply-steps.server.ts";
import { discardDraft } from "#app/features/applications/discard-draft.server.ts";
import { keepApplicationDraft } from "#app/features/applications/keep-draft.server.ts";
import { readApplyPage } from "#app/features/applications/read-apply-page.server.ts";
import { readOwnApplications } from "#app/features/applications/read-own-applications.server.ts";
import { remindDrafts } from "#app/worker/remind-drafts.ts";
import { findApplicationDraft } from "#db/queries/application-drafts.ts";
import { replaceStoppedMails } from "#db/queries/stopped-mails.ts";
import type { Job } from "#db/schema/jobs.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
const keepUpload = () => Promise.resolve({ ok: false as const, sentence: "no file here" });

async function formOf(viewer: Viewer, job: Job, fields: Record<string, string>) {
  const page = await readApplyPage(world.deps, { viewer, slug: job.slug });
  if (page?.kind !== "form") throw new Error("this job takes applications");
  const form = new FormData();
  const own = { idempotencyKey: page.idempotencyKey, profileVersion: String(page.profileVersion) };
  for (const [name, value] of Object.entries({ ...own, ...fields })) form.set(name, value);
  return form;
}

const step = async (viewer: Viewer, job: Job, fields: Record<string, string>) =>
  takeApplyStep(world.deps, {
    viewer,
    slug: job.slug,
    form: await formOf(viewer, job, fields),
    keepUpload,
  });

async function begun() {
  const viewer = await makeApplicantViewer(world.deps.db);
  const job = await makeJob(world.deps.db);
  return { viewer, job, own: { userId: viewer.userId, jobId: job.id } };
}

const pageOf = async (viewer: Viewer, job: Job) => {
  const page = await readApplyPage(world.deps, { viewer, slug: job.slug });
  return page?.kind === "form" ? page : null;
};

describe("An application that is not sent yet", () => {
  it("is kept at each step and found again, and goes when it is sent", async () => {
    const { viewer, job, own } = await begun();
    const typed = { resumeId: "none", coverNote: "I code hearts." };
    await step(viewer, job, { ...typed, intent: "review" });
    const draft = (await pageOf(viewer, job))?.draft;
    expect(draft).toMatchObject({
      step: "review",
      form: { values: { resumeId: ["none"], coverNote: ["I code hearts."] } },
    });
    expect(draft?.form.values).not.toHaveProperty("idempotencyKey");
    const answer = await step(viewer, job, { ...typed, intent: "send" });
    expect(answer.kind).toBe("sent");
    expect(await findApplicationDraft(world.deps.db, own)).toBeNull();
  });

  it("keeps what was refused as well, and is nobody else's", async () => {
    const { viewer, job } = await begun();
    const answer = await step(viewer, job, { resumeId: "upload", coverNote: "Still here" });
    expect(answer).toMatchObject({ kind: "step", step: "edit", status: 422 });
    expect((await pageOf(viewer, job))?.draft?.form.values.coverNote).toEqual(["Still here"]);
    const other = await makeApplicantViewer(world.deps.db);
    expect((await pageOf(other, job))?.draft).toBeNull();
  });

  it("goes back to its first step when the resume it names is gone", async () => {
    const { viewer, job, own } = await begun();
    const form = await formOf(viewer, job, { resumeId: crypto.randomUUID(), coverNote: "x" });
    const { userId } = own;
    await keepApplicationDraft(world.deps, { userId, slug: job.slug, step: "review", form });
    expect((await pageOf(viewer, job))?.draft).toMatchObject({
      step: "edit",
      form: { values: { resumeId: [], coverNote: ["x"] } },
    });
  });

  it("is not kept for a job that takes none, nor after applying", async () => {
    const { viewer, job, own } = await begun();
    const closed = await makeJob(world.deps.db, { status: "closed", closeReason: "filled" });
    await makeApplication(world.deps.db, { jobId: job.id, applicantId: viewer.userId });
    for (const { slug } of [closed, job]) {
      const form = new FormData();
      form.set("coverNote", "Too late");
      const asked = { userId: viewer.userId, slug, step: "edit" as const, form };
      expect(await keepApplicationDraft(world.deps, asked)).toBe(false);
    }
    expect(await findApplicationDraft(world.deps.db, own)).toBeNull();
  });

  it("stands in the list of applications until it is discarded", async () => {
    const { viewer, job } = await begun();
    await step(viewer, job, { resumeId: "none", coverNote: "", intent: "review" });
    const list = () => readOwnApplications(world.deps, { viewer, list: "open", page: 1 });
    expect((await list()).drafts.map(({ slug }) => slug)).toEqual([job.slug]);
    await discardDraft(world.deps, { userId: viewer.userId, slug: job.slug });
    expect((await list()).drafts).toEqual([]);
  });

  it("can take over the last cover note, after what was typed", async () => {
    const { viewer, job } = await begun();
    const earlier = await makeApplication(world.deps.db, { applicantId: viewer.userId });
    expect((await pageOf(viewer, job))?.lastCoverNote?.coverNote).toBe(earlier.coverNote);
    const answer = await step(viewer, job, { coverNote: "Dear all,", intent: "reuse-note" });
    expect(answer).toMatchObject({
      step: "edit",
      form: { values: { coverNote: [`Dear all,\n\n${earlier.coverNote}`] } },
    });
  });
});

describe("The reminder of a draft", () => {
  const leave = (jobId: string) =>
    sql`update application_drafts set updated_at = now() - interval '3 days' where job_id = ${jobId}`.execute(
      world.deps.db,
    );
  const mailsTo = async ({ email }: Viewer) =>
    (await world.mails()).filter(({ to }) => to.address === email);

  it("is mailed once, after two days, and tells how to stop it", async () => {
    const { viewer, job } = await begun();
    await step(viewer, job, { resumeId: "none", coverNote: "Hello", intent: "review" });
    await remindDrafts(world.deps);
    expect(await mailsTo(viewer)).toEqual([]);
    await leave(job.id);
    await Promise.all([1, 2, 3].map(() => remindDrafts(world.deps)));
    await remindDrafts(world.deps);
    const mails = await mailsTo(viewer);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`/jobs/${job.slug}/apply`);
    expect(mails[0]?.text).toContain("/account/mail");
  });

  it("is not mailed to who stopped it, nor for a job that ended, whose draft goes", async () => {
    const stopped = await begun();
    const ended = await begun();
    for (const { viewer, job } of [stopped, ended]) {
      await step(viewer, job, { resumeId: "none", coverNote: "Hello", intent: "review" });
      await leave(job.id);
    }
    const { db } = world.deps;
    const { userId } = stopped.viewer;
    await replaceStoppedMails(db, { userId, mails: ["draft-reminder"] });
    await db
      .updateTable("jobs")
      .set({ status: "closed", closeReason: "filled" })
      .where("id", "=", ended.job.id)
      .execute();
    await remindDrafts(world.deps);
    expect([...(await mailsTo(stopped.viewer)), ...(await mailsTo(ended.viewer))]).toEqual([]);
    expect(await findApplicationDraft(db, stopped.own)).not.toBeNull();
    expect(await findApplicationDraft(db, ended.own)).toBeNull();
  });
});
