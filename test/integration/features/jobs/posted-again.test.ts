import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, closingCalendarDay } from "#app/domain/closing-day.ts";
import { tellSavers } from "#app/features/job-marks/tell-savers.server.ts";
import { changeJobStatus } from "#app/features/jobs/change-job-status.server.ts";
import { duplicateJob } from "#app/features/jobs/duplicate-job.server.ts";
import type { Member } from "#app/features/jobs/own-job.server.ts";
import { publishDueJobs } from "#app/features/jobs/publish-due-jobs.server.ts";
import { publishStoredJob } from "#app/features/jobs/publish-stored-job.server.ts";
import { renewJob } from "#app/features/jobs/renew-job.server.ts";
import { scheduleStoredJob } from "#app/features/jobs/schedule-job.server.ts";
import { expireJobs } from "#app/worker/expire-jobs.ts";
import { publishScheduledJobs } from "#app/worker/job-clocks.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { endingOn } from "#db/queries/job-writes.ts";
import type { NewJob } from "#db/schema/jobs.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);
const dayAhead = (days: number) => addDays(closingCalendarDay(new Date()), days);
let member: Member;

beforeEach(async () => {
  const employer = await makeEmployer(world.deps.db);
  const user = await makeMember(world.deps.db, employer.id);
  member = { employerId: employer.id, userId: user.id };
});

const find = async (jobId: string) => {
  const job = await findEmployerJob(world.deps.db, { employerId: member.employerId, jobId });
  if (!job) throw new Error("no such job");
  return job;
};
const seenOf = async (jobId: string) => ({ jobId, version: (await find(jobId)).version });
const endedJob = (values: Partial<NewJob> = {}) =>
  makeJob(world.deps.db, {
    employerId: member.employerId,
    status: "expired",
    firstPublishedAt: ago(60),
    publishedAt: ago(60),
    expiresAt: ago(2),
    closedAt: ago(2),
    ...values,
  });
const copy = (jobId: string) =>
  duplicateJob(world.deps, { member, jobId, idempotencyKey: randomUUID() });
/** Gives a draft the closing day it lacks. */
const closeOn = (jobId: string, day = dayAhead(40)) =>
  world.deps.db.updateTable("jobs").set(endingOn(day)).where("id", "=", jobId).execute();
const publish = async (jobId: string) =>
  publishStoredJob(world.deps, { member, seen: await seenOf(jobId), idempotencyKey: randomUUID() });
const schedule = async (jobId: string, publishOn = dayAhead(3)) =>
  scheduleStoredJob(world.deps, { member, seen: await seenOf(jobId), publishOn });
const due = (jobId: string) =>
  world.deps.db
    .updateTable("jobs")
    .set({ publishAt: ago(1) })
    .where("id", "=", jobId)
    .execute();
const kinds = async (jobId: string) =>
  (
    await world.deps.db
      .selectFrom("jobEvents")
      .select("kind")
      .where("jobId", "=", jobId)
      .orderBy("createdAt")
      .execute()
  ).map(({ kind }) => kind);
const UNANSWERED = { code: "stands-unanswered" };

describe("a repost", () => {
  it("keeps the first day of the run it was copied from, and says when it was posted again", async () => {
    const ended = await endedJob();
    const id = await copy(ended.id);
    await closeOn(id);
    await publish(id);
    const repost = await find(id);
    expect(repost.firstPublishedAt).toEqual(ended.firstPublishedAt);
    expect(repost.repostedAt?.getTime()).toBeGreaterThan(Date.now() - DAY);
    const again = await copy(id);
    await changeJobStatus(world.deps, {
      member,
      seen: await seenOf(id),
      change: { action: "close", reason: "withdrawn" },
    });
    await closeOn(again);
    await publish(again);
    expect((await find(again)).firstPublishedAt).toEqual(ended.firstPublishedAt);
  });

  it("is known without a copy, by title, specialty and place; another place is a new job", async () => {
    const ended = await endedJob();
    const draft = (values: Partial<NewJob>) =>
      makeJob(world.deps.db, {
        employerId: member.employerId,
        status: "draft",
        firstPublishedAt: null,
        publishedAt: null,
        closesOn: dayAhead(40),
        ...values,
      });
    const same = await draft({});
    await publish(same.id);
    expect((await find(same.id)).firstPublishedAt).toEqual(ended.firstPublishedAt);
    const elsewhere = await draft({ title: "Another Coder" });
    await publish(elsewhere.id);
    expect((await find(elsewhere.id)).repostedAt).toBeNull();
  });

  it("is refused, with the way to them, while applications of the last run stand unanswered", async () => {
    const ended = await endedJob();
    const id = await copy(ended.id);
    await closeOn(id);
    const waiting = await makeApplication(world.deps.db, { jobId: ended.id });
    const refusal = { ...UNANSWERED, link: expect.stringContaining(ended.id) };
    await expect(copy(ended.id)).rejects.toMatchObject(refusal);
    await expect(publish(id)).rejects.toMatchObject(refusal);
    await expect(schedule(id)).rejects.toMatchObject(refusal);
    const renewal = { member, seen: await seenOf(ended.id), closesOn: dayAhead(20) };
    await expect(renewJob(world.deps, renewal)).rejects.toMatchObject(refusal);
    expect((await find(id)).status).toBe("draft");
    await world.deps.db
      .updateTable("applications")
      .set({ stage: "rejected", firstReplyAt: new Date() })
      .where("id", "=", waiting.id)
      .execute();
    await publish(id);
    expect((await find(id)).status).toBe("published");
  });
});

describe("renewing", () => {
  it("posts an expired job again under its address, and lets everyone be told anew when it ends", async () => {
    const { db } = world.deps;
    const ended = await endedJob();
    const { user } = await makeApplicant(db);
    const saved = { userId: user.id, jobId: ended.id };
    await db.insertInto("savedJobs").values(saved).execute();
    await tellSavers(world.deps, { jobId: ended.id });
    await tellSavers(world.deps, { jobId: ended.id });
    const told = async () =>
      (await world.mails()).filter(({ to }) => to.address === user.email).length;
    expect(await told()).toBe(1);
    await renewJob(world.deps, {
      member,
      seen: await seenOf(ended.id),
      closesOn: dayAhead(20),
    });
    const again = await find(ended.id);
    expect(again).toMatchObject({ status: "published", slug: ended.slug, closesOn: dayAhead(20) });
    expect(again.firstPublishedAt).toEqual(ended.firstPublishedAt);
    expect(again.repostedAt).not.toBeNull();
    await db
      .updateTable("jobs")
      .set({ expiresAt: ago(0) })
      .where("id", "=", ended.id)
      .execute();
    await expireJobs(world.deps);
    expect((await world.tasks("tell-savers")).map(({ jobId }) => jobId)).toContain(ended.id);
    await tellSavers(world.deps, { jobId: ended.id });
    expect(await told()).toBe(2);
  });

  it("goes through review first where the board asks for it, but only to be public again", async () => {
    const deps = { ...world.deps, jobReview: "unverified" as const };
    const unverified = { verifiedAt: null };
    const { db } = world.deps;
    await db.updateTable("employers").set(unverified).where("id", "=", member.employerId).execute();
    const renew = async (jobId: string) =>
      renewJob(deps, { member, seen: await seenOf(jobId), closesOn: dayAhead(90) });
    const ended = await endedJob();
    expect(await renew(ended.id)).toEqual({ inReview: true });
    expect(await find(ended.id)).toMatchObject({ status: "in-review", closesOn: dayAhead(90) });
    expect((await find(ended.id)).firstPublishedAt).toEqual(ended.firstPublishedAt);
    const open = await makeJob(db, { employerId: member.employerId });
    expect(await renew(open.id)).toEqual({ inReview: false });
    expect((await find(open.id)).status).toBe("published");
    const verified = { verifiedAt: new Date() };
    await db.updateTable("employers").set(verified).where("id", "=", member.employerId).execute();
    const another = await endedJob({ title: "Another Coder" });
    expect(await renew(another.id)).toEqual({ inReview: false });
    const suspended = { suspendedAt: new Date(), suspendedReason: "Spam" };
    const third = await endedJob({ title: "Third Coder" });
    await db.updateTable("employers").set(suspended).where("id", "=", member.employerId).execute();
    await expect(renew(third.id)).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("moves the closing day of a published job, later only, and not of a closed one", async () => {
    const open = await makeJob(world.deps.db, { employerId: member.employerId });
    const to = async (jobId: string, closesOn: string) =>
      renewJob(world.deps, { member, seen: await seenOf(jobId), closesOn });
    await to(open.id, dayAhead(90));
    expect(await find(open.id)).toMatchObject({ closesOn: dayAhead(90), repostedAt: null });
    await expect(to(open.id, dayAhead(80))).rejects.toMatchObject({ code: "illegal-move" });
    await expect(to(open.id, dayAhead(400))).rejects.toMatchObject({ code: "illegal-move" });
    const closed = await endedJob({ status: "closed", closeReason: "filled" });
    await expect(to(closed.id, dayAhead(20))).rejects.toMatchObject({ code: "illegal-move" });
  });
});

describe("a scheduled job", () => {
  async function scheduled() {
    const id = await copy((await makeJob(world.deps.db, { employerId: member.employerId })).id);
    await closeOn(id);
    await schedule(id);
    return id;
  }

  it("goes public once at its moment, with fifty workers at it", async () => {
    const id = await scheduled();
    const morning = (await find(id)).publishAt;
    expect(
      morning?.toLocaleString("en-US", { timeZone: "America/New_York", hour: "numeric" }),
    ).toBe("6 AM");
    await publishScheduledJobs(world.deps);
    expect((await find(id)).status).toBe("scheduled");
    await due(id);
    await Promise.all(Array.from({ length: 50 }, () => publishDueJobs(world.deps, 100)));
    expect(await find(id)).toMatchObject({ status: "published", publishAt: null });
    expect(await kinds(id)).toEqual(["duplicate", "schedule", "publish-scheduled"]);
  });

  it("is either taken back or published when both happen at once, never both", async () => {
    const id = await scheduled();
    await due(id);
    const seen = await seenOf(id);
    await Promise.allSettled([
      ...Array.from({ length: 25 }, () => publishDueJobs(world.deps, 100)),
      ...Array.from({ length: 25 }, () =>
        changeJobStatus(world.deps, { member, seen, change: { action: "unschedule" } }),
      ),
    ]);
    const ends = (await kinds(id)).filter((kind) => kind !== "duplicate" && kind !== "schedule");
    expect(ends).toHaveLength(1);
    expect((await find(id)).status).toBe(ends[0] === "unschedule" ? "draft" : "published");
  });

  it("becomes a draft again, and says why, when it may not be public any more", async () => {
    const ended = await endedJob();
    const id = await copy(ended.id);
    await closeOn(id);
    await schedule(id);
    await makeApplication(world.deps.db, { jobId: ended.id });
    await due(id);
    await publishScheduledJobs(world.deps);
    expect((await find(id)).status).toBe("draft");
    expect(
      (await world.mails()).filter(({ subject }) => subject.startsWith("Not published")),
    ).toHaveLength(1);
  });

  it("cannot be set for a day that is past or after its closing day", async () => {
    const id = await copy((await makeJob(world.deps.db, { employerId: member.employerId })).id);
    await closeOn(id, dayAhead(5));
    await expect(schedule(id, dayAhead(0))).rejects.toMatchObject({ code: "illegal-move" });
    await expect(schedule(id, dayAhead(6))).rejects.toMatchObject({ code: "illegal-move" });
  });
});

describe("publish, pause and close at once", () => {
  it("leave one history that the lifecycle allows", async () => {
    const job = await makeJob(world.deps.db, { employerId: member.employerId });
    const seen = { jobId: job.id, version: job.version };
    const changes = [{ action: "pause" }, { action: "close", reason: "filled" }] as const;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        changeJobStatus(world.deps, { member, seen, change: changes[index % 2] ?? changes[0] }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await kinds(job.id)).toHaveLength(1);
  });
});
