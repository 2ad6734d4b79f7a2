import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createDraft } from "#app/features/jobs/create-draft.server.ts";
import { discardDraft } from "#app/features/jobs/discard-draft.server.ts";
import { duplicateJob } from "#app/features/jobs/duplicate-job.server.ts";
import type { Member } from "#app/features/jobs/own-job.server.ts";
import { publishJob } from "#app/features/jobs/publish-job.server.ts";
import { saveDraft } from "#app/features/jobs/save-draft.server.ts";
import { updateJob } from "#app/features/jobs/update-job.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { readTypedJob, wholeJob } from "#test/fixtures/job-forms.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
let member: Member;
let stranger: Member;

const newMember = async (): Promise<Member> => {
  const employer = await makeEmployer(world.deps.db);
  const user = await makeMember(world.deps.db, employer.id, "recruiter");
  return { employerId: employer.id, userId: user.id };
};

beforeEach(async () => {
  member = await newMember();
  stranger = await newMember();
});

const draft = async (change: Parameters<typeof readTypedJob>[0] = {}, key = randomUUID()) =>
  (await createDraft(world.deps, { member, read: readTypedJob(change), idempotencyKey: key }))
    .jobId;
const find = async (jobId: string, employerId = member.employerId) => {
  const job = await findEmployerJob(world.deps.db, { employerId, jobId });
  if (!job) throw new Error("no such job");
  return job;
};
const seen = async (jobId: string) => ({ jobId, version: (await find(jobId)).version });
const publish = async (jobId: string, key = randomUUID()) =>
  publishJob(world.deps, { member, seen: await seen(jobId), job: wholeJob(), idempotencyKey: key });
const eventsOf = async (jobId: string) =>
  (
    await world.deps.db.selectFrom("jobEvents").select("kind").where("jobId", "=", jobId).execute()
  ).map(({ kind }) => kind);

describe("a draft", () => {
  it("keeps what is valid in its columns and everything typed beside them", async () => {
    const job = await find(
      await draft({ payMin: "thirty", title: "Half a job", closesOn: undefined }),
    );
    expect(job).toMatchObject({
      status: "draft",
      title: "Half a job",
      payMin: null,
      payMax: 78_000,
    });
    expect(job.requirements.map(({ familyId }) => familyId)).toEqual([
      "cpt-coronary-intervention",
      "cpt-echo",
    ]);
    expect(job.formDraft).toMatchObject({ payMin: ["thirty"] });
  });

  it("may be empty, and may hold its pay the wrong way round", async () => {
    expect(await find(await draft({ title: undefined, payMin: "90,000" }))).toMatchObject({
      title: "",
      payMin: null,
      payMax: null,
    });
  });

  it("is one draft however often its form is sent", async () => {
    const key = randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, n) => draft({ title: `Try ${n}` }, key)),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("is not public", async () => {
    const job = await find(await draft());
    expect(await findPublicJob(world.deps.db, job.slug)).toBeNull();
  });

  it("saves again at the version seen and tells the second of two editors", async () => {
    const jobId = await draft();
    const at = await seen(jobId);
    await saveDraft(world.deps, { member, seen: at, read: readTypedJob({ title: "First" }) });
    await expect(
      saveDraft(world.deps, { member, seen: at, read: readTypedJob({ title: "Second" }) }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await find(jobId)).title).toBe("First");
  });

  it("can be discarded while it was never public, and by nobody else", async () => {
    const jobId = await draft();
    const at = await seen(jobId);
    await expect(discardDraft(world.deps, { member: stranger, seen: at })).rejects.toMatchObject({
      code: "not-found",
    });
    await discardDraft(world.deps, { member, seen: at });
    await expect(find(jobId)).rejects.toThrow("no such job");
    const published = await draft();
    await publish(published);
    await expect(
      discardDraft(world.deps, { member, seen: await seen(published) }),
    ).rejects.toMatchObject({ code: "illegal-move" });
  });
});

describe("publishing", () => {
  it("makes the job public with its place, hourly figures and closing second worked out", async () => {
    const jobId = await draft();
    await publish(jobId);
    const job = await find(jobId);
    expect(job).toMatchObject({
      status: "published",
      city: "Tampa",
      state: "FL",
      eligibleStates: ["FL"],
      hourlyMin: 29.81,
      hourlyMax: 37.5,
      credentialRule: [["RHIT", "CCS"], ["CIC"]],
      formDraft: null,
    });
    expect(job.slug).toMatch(/^cath-lab-coder-[a-z2-7]{8}$/);
    const end = new Intl.DateTimeFormat("en-US", {
      timeZone: "America/New_York",
      dateStyle: "short",
      timeStyle: "medium",
    }).format(job.expiresAt ?? 0);
    expect(end).toMatch(/11:59:59\sPM$/);
    expect(await findPublicJob(world.deps.db, job.slug)).toMatchObject({ open: true });
    expect(await eventsOf(jobId)).toEqual(["create", "publish"]);
  });

  it("happens once when fifty requests ask for it", async () => {
    const jobId = await draft();
    const at = await seen(jobId);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        publishJob(world.deps, { member, seen: at, job: wholeJob(), idempotencyKey: randomUUID() }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(["changed-meanwhile", "illegal-move"]).toContain(outcome.reason.code);
      }
    }
    expect(await eventsOf(jobId)).toEqual(["create", "publish"]);
  });

  it("answers every repetition of one click like the first", async () => {
    const jobId = await draft();
    const at = await seen(jobId);
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        publishJob(world.deps, { member, seen: at, job: wholeJob(), idempotencyKey: key }),
      ),
    );
    expect(await eventsOf(jobId)).toEqual(["create", "publish"]);
  });

  it("is refused to another employer, as if the job did not exist", async () => {
    const jobId = await draft();
    await expect(
      publishJob(world.deps, {
        member: stranger,
        seen: await seen(jobId),
        job: wholeJob(),
        idempotencyKey: randomUUID(),
      }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await find(jobId)).status).toBe("draft");
  });

  it("marks the search document stale in the same commit", async () => {
    const jobId = await draft();
    await world.deps.db.deleteFrom("searchOutbox").execute();
    await publish(jobId);
    const marks = await world.deps.db.selectFrom("searchOutbox").select("jobId").execute();
    expect(marks).toEqual([{ jobId }]);
  });
});

describe("a published job", () => {
  it("changes as a whole, under the same address, with its first publication kept", async () => {
    const jobId = await draft();
    await publish(jobId);
    const before = await find(jobId);
    await updateJob(world.deps, {
      member,
      seen: await seen(jobId),
      job: wholeJob({
        title: "Structural heart coder",
        payMax: "80,000",
        "requirements.1.familyId": "cpt-cv-tavr",
      }),
    });
    const after = await find(jobId);
    expect(after).toMatchObject({
      title: "Structural heart coder",
      payMax: 80_000,
      slug: before.slug,
      status: "published",
    });
    expect(after.firstPublishedAt).toEqual(before.firstPublishedAt);
    expect(after.requirements.map(({ familyId }) => familyId)).toContain("cpt-cv-tavr");
    expect(await eventsOf(jobId)).toEqual(["create", "publish", "edit"]);
  });

  it("keeps unfinished changes beside what people see", async () => {
    const jobId = await draft();
    await publish(jobId);
    await saveDraft(world.deps, {
      member,
      seen: await seen(jobId),
      read: readTypedJob({ title: "Not yet", payMin: "x" }),
    });
    expect(await find(jobId)).toMatchObject({
      title: "Cath lab coder",
      formDraft: { title: ["Not yet"], payMin: ["x"] },
    });
  });

  it("refuses the second of two editors and keeps the first's words", async () => {
    const jobId = await draft();
    await publish(jobId);
    const at = await seen(jobId);
    const outcomes = await Promise.allSettled(
      ["One", "Two", "Three"].map((title) =>
        updateJob(world.deps, { member, seen: at, job: wholeJob({ title }) }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("can be duplicated once per click, as a draft without a closing day, by its employer only", async () => {
    const jobId = await draft();
    await publish(jobId);
    const key = randomUUID();
    const copies = await Promise.all(
      [1, 2, 3].map(() => duplicateJob(world.deps, { member, jobId, idempotencyKey: key })),
    );
    expect(new Set(copies).size).toBe(1);
    const copy = await find(copies[0] ?? "");
    const original = await find(jobId);
    expect(copy).toMatchObject({
      status: "draft",
      title: original.title,
      closesOn: null,
      firstPublishedAt: null,
      expiresAt: null,
    });
    expect(copy.slug).not.toBe(original.slug);
    expect(copy.requirements).toEqual(original.requirements);
    expect(copy.credentialRule).toEqual(original.credentialRule);
    await expect(
      duplicateJob(world.deps, { member: stranger, jobId, idempotencyKey: randomUUID() }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
