import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { KnockOuts } from "#app/domain/knock-outs.ts";
import type { ScreeningQuestion } from "#app/domain/screening.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { takeApplyStep } from "#app/features/applications/apply-steps.server.ts";
import { readApplyPage } from "#app/features/applications/read-apply-page.server.ts";
import { readEmployerApplication } from "#app/features/applications/read-employer-application.server.ts";
import { readOwnApplication } from "#app/features/applications/read-own-application.server.ts";
import { submitApplication } from "#app/features/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import type { Job } from "#db/schema/jobs.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let applicant: Viewer;

const QUESTION: ScreeningQuestion = {
  id: "question-1",
  kind: "choice",
  prompt: "Which encoder do you know best?",
  required: true,
  choices: ["3M", "Optum"],
};
const REFUSE: KnockOuts = { rules: ["credentials"], effect: "refuse" };

beforeEach(async () => {
  owner = await makeMemberViewer(world.deps.db);
  applicant = await makeApplicantViewer(world.deps.db);
});

const post = (values: Parameters<typeof makeJob>[1] = {}) =>
  makeJob(world.deps.db, {
    employerId: owner.membership.employerId,
    credentialRule: toJson([["CIRCC"]]),
    ...values,
  });
const submit = (job: Job, answers: Record<string, unknown> = {}, idempotencyKey = randomUUID()) =>
  submitApplication(world.deps, {
    viewer: applicant,
    slug: job.slug,
    input: { resumeId: null, coverNote: "", answers, profileVersion: 1, idempotencyKey },
  });
const step = (job: Job, intent: string, answer: string) => {
  const form = new FormData();
  const typed = {
    intent,
    resumeId: "none",
    coverNote: "Kept words.",
    "answers.question-1": answer,
    profileVersion: "1",
    idempotencyKey: randomUUID(),
  };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return takeApplyStep(world.deps, {
    viewer: applicant,
    slug: job.slug,
    form,
    keepUpload: () => Promise.reject(new Error("no file")),
  });
};
const change = (job: Job, values: Record<string, string>) =>
  world.deps.db.updateTable("jobs").set(values).where("id", "=", job.id).execute();
const mend = () =>
  world.deps.db
    .insertInto("applicantCredentials")
    .values({ userId: applicant.userId, code: "CIRCC", position: 9 })
    .execute();
const idOf = (location: string) => location.split("/").at(-1) ?? "";
const employerReads = (applicationId: string) =>
  readEmployerApplication(world.deps, { viewer: owner, applicationId });

describe("a job that refuses profiles", () => {
  it("says what is lacking before the form, and takes the application once it is mended", async () => {
    const job = await post({ knockOuts: toJson(REFUSE) });
    const page = await readApplyPage(world.deps, { viewer: applicant, slug: job.slug });
    expect(page).toMatchObject({
      conditions: {
        words: ["Credential: CIRCC"],
        effect: "refuse",
        lacks: [{ rule: "credentials", asked: "Credential: CIRCC", has: "States CPC." }],
      },
    });
    await expect(submit(job)).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringContaining("CIRCC"),
    });
    await mend();
    const application = await employerReads(idOf(await submit(job)));
    expect(application).toMatchObject({ flags: [] });
  });

  it("refuses at every step and keeps what was typed", async () => {
    const job = await post({ knockOuts: toJson(REFUSE) });
    for (const intent of ["review", "send"]) {
      expect(await step(job, intent, "")).toMatchObject({
        status: 422,
        step: "edit",
        form: { values: { coverNote: ["Kept words."] } },
      });
    }
  });

  it("lets none of 50 through while it refuses, and one once it does not", async () => {
    const job = await post({ knockOuts: toJson(REFUSE) });
    const many = Array.from({ length: 50 }, () => submit(job));
    const outcomes = await Promise.allSettled(many);
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    await change(job, { knockOuts: toJson({ ...REFUSE, effect: "flag" }) });
    const key = randomUUID();
    const sent = await Promise.all(Array.from({ length: 50 }, () => submit(job, {}, key)));
    expect(new Set(sent).size).toBe(1);
  });

  it("counts only what it switched on", async () => {
    const job = await post({ knockOuts: toJson({ rules: ["state"], effect: "refuse" }) });
    expect(await submit(job)).toMatch(/^\/applicant\/applications\//);
  });
});

describe("a job that flags profiles", () => {
  it("takes the application and shows both sides what was lacking then", async () => {
    const job = await post({ knockOuts: toJson({ ...REFUSE, effect: "flag" }) });
    const id = idOf(await submit(job));
    await mend();
    await change(job, { credentialRule: toJson([["CCS"]]) });
    const flags = [{ rule: "credentials", asked: "Credential: CIRCC", has: "States CPC." }];
    expect(await employerReads(id)).toMatchObject({ flags });
    expect(
      await readOwnApplication(world.deps, { viewer: applicant, applicationId: id }),
    ).toMatchObject({ flags });
  });
});

describe("questions", () => {
  it("are answered at review, refused beside the control, and go along as they were asked", async () => {
    const job = await post({ screeningQuestions: toJson([QUESTION]) });
    expect(await step(job, "review", "")).toMatchObject({
      status: 422,
      step: "edit",
      form: { errors: { "answers.question-1": ["Answer this question."] } },
    });
    expect(await step(job, "review", "Abacus")).toMatchObject({ status: 422 });
    expect(await step(job, "review", "Optum")).toMatchObject({ status: 200, step: "review" });
    const sent = await step(job, "send", "Optum");
    if (sent.kind !== "sent") throw new Error("not sent");
    const id = idOf(sent.location);
    await change(job, {
      screeningQuestions: toJson([{ ...QUESTION, prompt: "Something else?", choices: ["X", "Y"] }]),
    });
    const answers = [
      { questionId: "question-1", kind: "choice", prompt: QUESTION.prompt, answer: "Optum" },
    ];
    expect(await employerReads(id)).toMatchObject({ answers });
    expect(
      await readOwnApplication(world.deps, { viewer: applicant, applicationId: id }),
    ).toMatchObject({ answers });
  });

  it("that changed while somebody answered them are asked again", async () => {
    const job = await post({ screeningQuestions: toJson([QUESTION]) });
    await change(job, { screeningQuestions: toJson([{ ...QUESTION, choices: ["X", "Y"] }]) });
    await expect(submit(job, { "question-1": "Optum" })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  it("sent again with other answers under the same key are refused", async () => {
    const job = await post({ screeningQuestions: toJson([QUESTION]) });
    const key = randomUUID();
    await submit(job, { "question-1": "Optum" }, key);
    await expect(submit(job, { "question-1": "3M" }, key)).rejects.toMatchObject({
      code: "key-reused",
    });
  });

  it("and answers are gone once the applicant withdraws", async () => {
    const job = await post({ screeningQuestions: toJson([QUESTION]) });
    const applicationId = idOf(await submit(job, { "question-1": "Optum" }));
    await withdrawApplication(world.deps, { viewer: applicant, applicationId });
    expect(await employerReads(applicationId)).toMatchObject({ answers: [], flags: [] });
  });
});
