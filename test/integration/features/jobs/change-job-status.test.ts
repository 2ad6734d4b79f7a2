import { beforeEach, describe, expect, it } from "vitest";
import { changeJobStatus, type StatusChange } from "#app/features/jobs/change-job-status.server.ts";
import type { Member } from "#app/features/jobs/own-job.server.ts";
import { expireJobs } from "#app/worker/expire-jobs.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import type { Job, NewJob } from "#db/schema/jobs.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
let member: Member;

beforeEach(async () => {
  const employer = await makeEmployer(world.deps.db);
  const user = await makeMember(world.deps.db, employer.id);
  member = { employerId: employer.id, userId: user.id };
});

const jobWith = (values: Partial<NewJob> = {}) =>
  makeJob(world.deps.db, { employerId: member.employerId, ...values });
const change = (job: Pick<Job, "id" | "version">, to: StatusChange, by = member) =>
  changeJobStatus(world.deps, {
    member: by,
    seen: { jobId: job.id, version: job.version },
    change: to,
  });
const find = async (jobId: string) => {
  const job = await findEmployerJob(world.deps.db, { employerId: member.employerId, jobId });
  if (!job) throw new Error("no such job");
  return job;
};
/** How often the worker is asked to tell the applicants of a job that it has ended. */
const tellings = async (jobId: string) =>
  (await world.tasks("tell-applicants")).filter((task) => task.jobId === jobId).length;

describe("a published job", () => {
  it("pauses and resumes, with its first publication and its place in the list kept", async () => {
    const job = await jobWith();
    await change(job, { action: "pause" });
    expect(await find(job.id)).toMatchObject({ status: "paused" });
    await change(await find(job.id), { action: "resume" });
    const resumed = await find(job.id);
    expect(resumed).toMatchObject({ status: "published" });
    expect(resumed.firstPublishedAt).toEqual(job.firstPublishedAt);
    expect(resumed.publishedAt).toEqual(job.publishedAt);
  });

  it("closes with a reason, and leaves one task that tells the applicants who wait", async () => {
    const job = await jobWith();
    await change(job, { action: "close", reason: "filled" });
    const closed = await find(job.id);
    expect(closed).toMatchObject({ status: "closed", closeReason: "filled" });
    expect(closed.closedAt).toBeInstanceOf(Date);
    expect(await tellings(job.id)).toBe(1);
  });

  it("closes once when ten requests ask for it", async () => {
    const job = await jobWith();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => change(job, { action: "close", reason: "withdrawn" })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await tellings(job.id)).toBe(1);
  });

  it.each<[NewJob["status"] & string, StatusChange]>([
    ["draft", { action: "pause" }],
    ["draft", { action: "close", reason: "filled" }],
    ["paused", { action: "pause" }],
    ["published", { action: "resume" }],
    ["expired", { action: "resume" }],
    ["closed", { action: "resume" }],
    ["closed", { action: "close", reason: "filled" }],
    ["published", { action: "revise" }],
  ])("does not go from %s by %j", async (status, to) => {
    const job = await jobWith({
      status,
      ...(status === "closed" ? { closeReason: "filled" } : {}),
    });
    await expect(change(job, to)).rejects.toMatchObject({ code: "illegal-move" });
    expect((await find(job.id)).status).toBe(status);
  });

  it("does not resume after its closing day", async () => {
    const job = await jobWith({ status: "paused", expiresAt: new Date(Date.now() - 60_000) });
    await expect(change(job, { action: "resume" })).rejects.toMatchObject({ code: "illegal-move" });
  });

  it("is nobody else's to close", async () => {
    const job = await jobWith();
    const other = await makeEmployer(world.deps.db);
    const user = await makeMember(world.deps.db, other.id);
    await expect(
      change(job, { action: "close", reason: "filled" }, { employerId: other.id, userId: user.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await find(job.id)).status).toBe("published");
  });
});

describe("a job past its end", () => {
  it("expires once, and leaves one task that tells the applicants who wait", async () => {
    const job = await jobWith({ expiresAt: new Date(Date.now() - 60_000) });
    await makeApplication(world.deps.db, { jobId: job.id });
    await Promise.all([expireJobs(world.deps), expireJobs(world.deps)]);
    expect((await find(job.id)).status).toBe("expired");
    expect(await tellings(job.id)).toBe(1);
  });
});
