import { describe, expect, it } from "vitest";
import {
  askStillHiring,
  pauseUnconfirmed,
  remindStillHiring,
} from "#app/features/jobs/still-hiring/ask-still-hiring.server.ts";
import {
  confirmByLink,
  readConfirmPage,
} from "#app/features/jobs/still-hiring/confirm-by-link.server.ts";
import { expireJobs } from "#app/worker/expire-jobs.ts";
import type { NewJob } from "#db/schema/jobs.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

async function oldJob(values: Partial<NewJob> = {}) {
  const { id: employerId } = await makeEmployer(world.deps.db);
  const member = await makeMember(world.deps.db, employerId, "recruiter");
  const viewer = await makeMember(world.deps.db, employerId, "viewer");
  const job = await makeJob(world.deps.db, { employerId, confirmedAt: ago(15), ...values });
  return { job, employerId, member, viewer };
}
const mailsTo = async (address: string) =>
  (await world.mails()).filter((mail) => mail.to.address === address);
const tokenIn = (text = ""): string => /\/confirm-job\/([\w-]+)/.exec(text)?.[1] ?? "";
const find = (id: string) =>
  world.deps.db.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const kinds = async (jobId: string) =>
  (
    await world.deps.db.selectFrom("jobEvents").select("kind").where("jobId", "=", jobId).execute()
  ).map(({ kind }) => kind);
/** Makes the question about a job this many days old. */
const askedAgo = (jobId: string, days: number) =>
  world.deps.db
    .updateTable("stillHiringAsks")
    .set({ askedAt: ago(days) })
    .where("jobId", "=", jobId)
    .execute();

async function asked(values: Partial<NewJob> = {}) {
  const made = await oldJob(values);
  await askStillHiring(world.deps, 100);
  const token = tokenIn((await mailsTo(made.member.email))[0]?.text);
  return { ...made, token };
}

describe("the question whether a job is still open", () => {
  it("goes once to those who answer for it, however many workers ask at once", async () => {
    const { member, viewer, job } = await oldJob();
    await Promise.all(Array.from({ length: 20 }, () => askStillHiring(world.deps, 100)));
    const mails = await mailsTo(member.email);
    expect(mails.map(({ subject }) => subject)).toEqual([`Is “${job.title}” still open?`]);
    expect(await mailsTo(viewer.email)).toEqual([]);
    expect((await find(job.id)).version).toBe(job.version);
  });

  it.each([
    ["confirmed two days ago", { confirmedAt: ago(2) }],
    ["paused", { status: "paused" }],
    ["past its end", { expiresAt: ago(1) }],
    ["closed", { status: "closed", closeReason: "filled" }],
  ] as const)("is not asked about a job that is %s", async (_case, values) => {
    const { member } = await oldJob(values);
    await askStillHiring(world.deps, 100);
    expect(await mailsTo(member.email)).toEqual([]);
  });

  it("is put again, then the job is paused with notice; an answer ends both", async () => {
    const silent = await asked();
    const spoken = await asked();
    for (const { job } of [silent, spoken]) await askedAgo(job.id, 5);
    await remindStillHiring(world.deps, 100);
    await remindStillHiring(world.deps, 100);
    expect((await mailsTo(silent.member.email)).map(({ subject }) => subject)[1]).toContain(
      "Reminder",
    );
    expect(await mailsTo(silent.member.email)).toHaveLength(2);
    await confirmByLink(world.deps, spoken.token);
    await askedAgo(silent.job.id, 8);
    await Promise.all(Array.from({ length: 20 }, () => pauseUnconfirmed(world.deps, 100)));
    expect(await find(silent.job.id)).toMatchObject({
      status: "paused",
      pauseReason: "unconfirmed",
    });
    expect(await kinds(silent.job.id)).toEqual(["pause-unconfirmed"]);
    expect((await mailsTo(silent.member.email)).at(-1)?.subject).toContain("Paused");
    expect(await find(spoken.job.id)).toMatchObject({ status: "published" });
  });

  it("is put again two weeks after its answer", async () => {
    const { job, member, token } = await asked();
    await confirmByLink(world.deps, token);
    await askStillHiring(world.deps, 100);
    expect(await mailsTo(member.email)).toHaveLength(1);
    await askedAgo(job.id, 20);
    await world.deps.db
      .updateTable("jobs")
      .set({ confirmedAt: ago(15) })
      .where("id", "=", job.id)
      .execute();
    await askStillHiring(world.deps, 100);
    expect(await mailsTo(member.email)).toHaveLength(2);
  });
});

describe("the mailed link", () => {
  it("changes nothing by being opened, and confirms once by one press, however often it is sent", async () => {
    const { job, token, member } = await asked();
    for (let time = 0; time < 3; time += 1) {
      expect(await readConfirmPage(world.deps, token)).toMatchObject({ offer: "confirm" });
    }
    expect((await find(job.id)).confirmedAt).toEqual(job.confirmedAt);
    await Promise.all(Array.from({ length: 50 }, () => confirmByLink(world.deps, token)));
    expect((await find(job.id)).confirmedAt?.getTime()).toBeGreaterThan(Date.now() - DAY);
    const events = await world.deps.db
      .selectFrom("jobEvents")
      .select(["kind", "actorId"])
      .where("jobId", "=", job.id)
      .execute();
    expect(events).toEqual([{ kind: "confirm", actorId: member.id }]);
    expect(await readConfirmPage(world.deps, token)).toMatchObject({ offer: null });
  });

  it("brings back what we paused, but not what a member paused", async () => {
    const ours = await asked();
    const theirs = await asked();
    const set = (id: string, pauseReason: "unconfirmed" | null) =>
      world.deps.db
        .updateTable("jobs")
        .set({ status: "paused", pauseReason })
        .where("id", "=", id)
        .execute();
    await set(ours.job.id, "unconfirmed");
    await set(theirs.job.id, null);
    await confirmByLink(world.deps, ours.token);
    expect(await find(ours.job.id)).toMatchObject({ status: "published", pauseReason: null });
    await expect(confirmByLink(world.deps, theirs.token)).rejects.toMatchObject({
      code: "illegal-move",
    });
    expect(await find(theirs.job.id)).toMatchObject({ status: "paused" });
  });

  it.each([
    ["closed", { status: "closed", closeReason: "filled" }],
    ["past its end", { expiresAt: ago(1) }],
    ["expired", { status: "expired", expiresAt: ago(1) }],
  ] as const)("opens no job that is %s", async (_case, values) => {
    const { job, token } = await asked();
    await world.deps.db.updateTable("jobs").set(values).where("id", "=", job.id).execute();
    await expect(confirmByLink(world.deps, token)).rejects.toMatchObject({ code: "illegal-move" });
    expect((await find(job.id)).confirmedAt).toEqual(job.confirmedAt);
  });

  it("is worth nothing to somebody who left, was made a viewer or was suspended, or when it has run out", async () => {
    const { db } = world.deps;
    const gone = await asked();
    await db.deleteFrom("employerMembers").where("userId", "=", gone.member.id).execute();
    const demoted = await asked();
    await db
      .updateTable("employerMembers")
      .set({ role: "viewer" })
      .where("userId", "=", demoted.member.id)
      .execute();
    const suspended = await asked();
    await db
      .updateTable("users")
      .set({ suspendedAt: new Date() })
      .where("id", "=", suspended.member.id)
      .execute();
    const late = await asked();
    await db
      .updateTable("jobConfirmLinks")
      .set({ expiresAt: ago(1) })
      .where("jobId", "=", late.job.id)
      .execute();
    for (const { token } of [gone, demoted, suspended, late, { token: "made-up" }]) {
      expect(await readConfirmPage(world.deps, token)).toBeNull();
      await expect(confirmByLink(world.deps, token)).rejects.toMatchObject({
        code: "token-invalid",
      });
    }
  });
});

describe("a paused job", () => {
  it("expires at its closing day even when it was paused for want of an answer", async () => {
    const { job } = await oldJob({ status: "paused", pauseReason: "unconfirmed" });
    await world.deps.db
      .updateTable("jobs")
      .set({ expiresAt: ago(1) })
      .where("id", "=", job.id)
      .execute();
    await expireJobs(world.deps);
    expect(await find(job.id)).toMatchObject({ status: "expired" });
  });
});
