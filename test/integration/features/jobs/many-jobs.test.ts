import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { changeManyJobs } from "#app/features/jobs/change-many-jobs.server.ts";
import { saveJobTemplate, startFromTemplate } from "#app/features/jobs/job-templates.server.ts";
import type { Member } from "#app/features/jobs/own-job.server.ts";
import { readOwnJobs } from "#app/features/jobs/read-own-jobs.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { listJobTemplates } from "#db/queries/job-templates.ts";
import type { NewJob } from "#db/schema/jobs.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);
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
describe("several jobs at once", () => {
  it("are changed one by one: what is refused is said, strangers' jobs are passed over", async () => {
    const open = await makeJob(world.deps.db, { employerId: member.employerId });
    const closed = await endedJob({ status: "closed", closeReason: "filled" });
    const stranger = await makeJob(world.deps.db);
    const seen = [open, closed, stranger].map(({ id, version }) => ({ jobId: id, version }));
    const pause = { member, seen, change: { action: "pause" } as const };
    const report = await changeManyJobs(world.deps, pause);
    const about = (id: string) => report.find((one) => one.id === id);
    expect(about(open.id)?.refusal).toBeNull();
    expect(about(closed.id)?.refusal).toContain("closed");
    expect(about(stranger.id)).toBeUndefined();
    const again = await changeManyJobs(world.deps, pause);
    expect(again.every(({ refusal }) => refusal !== null)).toBe(true);
  });
});

describe("a template", () => {
  it("starts drafts of the same words, is saved over by name, and belongs to its employer", async () => {
    const job = await makeJob(world.deps.db, { employerId: member.employerId, reference: "R-7" });
    await saveJobTemplate(world.deps, { member, jobId: job.id, name: "Cath lab" });
    await saveJobTemplate(world.deps, { member, jobId: job.id, name: "CATH LAB" });
    const templates = await listJobTemplates(world.deps.db, member.employerId);
    expect(templates.map(({ name }) => name)).toEqual(["CATH LAB"]);
    const templateId = templates[0]?.id ?? "";
    const key = randomUUID();
    const start = (by: Member) =>
      startFromTemplate(world.deps, { member: by, templateId, idempotencyKey: key });
    const draftId = await start(member);
    expect(await start(member)).toBe(draftId);
    expect(await find(draftId)).toMatchObject({
      title: job.title,
      status: "draft",
      reference: null,
      closesOn: null,
      repostOfId: null,
    });
    const other = { employerId: (await makeEmployer(world.deps.db)).id, userId: member.userId };
    await expect(start(other)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("finding own jobs", () => {
  it.each([
    ["title", "ventional card"],
    ["reference", "rq-77"],
    ["city", "clearwat"],
    ["specialty", "Interventional cardiology"],
    ["family", "coronary and vascula"],
    ["code", "92920"],
  ])("finds by %s", async (_field, q) => {
    const job = await makeJob(world.deps.db, {
      employerId: member.employerId,
      reference: "RQ-77",
      city: "Clearwater",
    });
    await makeJob(world.deps.db, {
      employerId: member.employerId,
      title: "Oncology",
      specialty: "oncology",
      requirements: [],
    });
    const list = await readOwnJobs(world.deps, member.employerId, { q, status: null, page: 1 });
    expect(list.jobs.map(({ id }) => id)).toEqual([job.id]);
    const drafts = { q, status: "draft", page: 1 } as const;
    expect((await readOwnJobs(world.deps, member.employerId, drafts)).jobs).toEqual([]);
  });
});
