import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ReviewPolicy } from "#app/domain/job-review.ts";
import { type JobDecision, reviewJob } from "#app/features/admin/review-job.server.ts";
import { reportJob } from "#app/features/job-reports/report-job.server.ts";
import { changeJobStatus } from "#app/features/jobs/change-job-status.server.ts";
import { createDraft } from "#app/features/jobs/create-draft.server.ts";
import { publishJob } from "#app/features/jobs/publish-job.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";
import { listReviewQueue } from "#db/queries/job-review.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { readTypedJob, wholeJob } from "#test/fixtures/job-forms.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const input = { reason: "scam", words: "Asks for money." } as const;

const statusOf = async (jobId: string) =>
  await world.deps.db
    .selectFrom("jobs")
    .select(["status", "closeReason", "version"])
    .where("id", "=", jobId)
    .executeTakeFirstOrThrow();
async function decide(jobId: string, decision: JobDecision, version?: number) {
  const admin = await makeUser(world.deps.db, { kind: "admin" });
  const seen = version ?? (await statusOf(jobId)).version;
  await reviewJob(world.deps, { adminId: admin.id, jobId, version: seen, decision });
  return admin;
}
const queued = async (jobId: string) =>
  (await listReviewQueue(world.deps.db, { limit: 1_000, offset: 0 })).find(
    ({ id }) => id === jobId,
  );
const report = (jobId: string, reporterId: string | null, ip = "192.0.2.1") =>
  reportJob(world.deps, { jobId, reporterId, ip, input });

/** Publishes a whole draft under a policy; the employer's mail address with it. */
async function publishUnder(jobReview: ReviewPolicy, verifiedAt: Date | null = null) {
  const { db } = world.deps;
  const employer = await makeEmployer(db, { verifiedAt });
  const owner = await makeMember(db, employer.id);
  const member = { employerId: employer.id, userId: owner.id };
  const { jobId } = await createDraft(world.deps, {
    member,
    read: readTypedJob(),
    idempotencyKey: randomUUID(),
  });
  const seen = { jobId, version: (await statusOf(jobId)).version };
  const answer = await publishJob(
    { ...world.deps, jobReview },
    { member, seen, job: wholeJob(), idempotencyKey: randomUUID() },
  );
  return { jobId, member, owner, ...answer };
}

describe("publishing", () => {
  it.each<[ReviewPolicy, Date | null, string]>([
    ["off", null, "published"],
    ["unverified", new Date(), "published"],
    ["unverified", null, "in-review"],
  ])("under the policy %s of an employer verified %s leads to %s", async (policy, at, status) => {
    const { jobId, inReview } = await publishUnder(policy, at);
    expect(await statusOf(jobId)).toMatchObject({ status });
    expect(inReview).toBe(status === "in-review");
    expect(Boolean(await queued(jobId))).toBe(inReview);
  });

  it("of an employer that is suspended is refused with the reason", async () => {
    const employer = await makeEmployer(world.deps.db, {
      suspendedAt: new Date(),
      suspendedReason: "Not a hospital.",
    });
    const owner = await makeMember(world.deps.db, employer.id);
    const job = await makeJob(world.deps.db, { employerId: employer.id, status: "draft" });
    const publication = publishJob(world.deps, {
      member: { employerId: employer.id, userId: owner.id },
      seen: { jobId: job.id, version: job.version },
      job: wholeJob(),
      idempotencyKey: randomUUID(),
    });
    await expect(publication).rejects.toThrow("Not a hospital.");
  });
});

describe("a job in review", () => {
  it("is public once approved, and its employer is told", async () => {
    const { jobId, owner } = await publishUnder("unverified");
    const { slug } = await world.deps.db
      .selectFrom("jobs")
      .select("slug")
      .where("id", "=", jobId)
      .executeTakeFirstOrThrow();
    expect(await findPublicJob(world.deps.db, slug)).toBeNull();
    await decide(jobId, { action: "approve" });
    expect(await findPublicJob(world.deps.db, slug)).toMatchObject({ open: true });
    expect(await queued(jobId)).toBeUndefined();
    const mails = (await world.mails()).filter(({ to }) => to.address === owner.email);
    expect(mails.map(({ subject }) => subject).join()).toContain("approved and public");
  });

  it("comes back with the reason, and may be revised and sent again", async () => {
    const { jobId, member, owner } = await publishUnder("unverified");
    await decide(jobId, { action: "return", reason: "Name the pay per hour." });
    expect(await statusOf(jobId)).toMatchObject({ status: "rejected" });
    const mails = (await world.mails()).filter(({ to }) => to.address === owner.email);
    expect(mails.at(-1)?.text).toContain("Name the pay per hour.");
    const seen = { jobId, version: (await statusOf(jobId)).version };
    await changeJobStatus(world.deps, { member, seen, change: { action: "revise" } });
    expect(await findEmployerJob(world.deps.db, { ...member, jobId })).toMatchObject({
      status: "draft",
    });
  });

  it("is decided once of fifty decisions at a time", async () => {
    const { jobId } = await publishUnder("unverified");
    const { version } = await statusOf(jobId);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        decide(
          jobId,
          index % 2 ? { action: "approve" } : { action: "return", reason: "No." },
          version,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const entries = await world.deps.db
      .selectFrom("auditEntries")
      .select("action")
      .where("subjectId", "=", jobId)
      .execute();
    expect(entries).toHaveLength(1);
  });

  it.each<[string, JobDecision]>([
    ["published", { action: "approve" }],
    ["published", { action: "return", reason: "No." }],
    ["draft", { action: "remove", reason: "No." }],
    ["draft", { action: "approve" }],
  ])("only is: a %s one does not take %j", async (status, decision) => {
    const job = await makeJob(world.deps.db, { status: status as "draft" | "published" });
    await expect(decide(job.id, decision)).rejects.toThrow("cannot be changed that way");
  });
});

describe("reports", () => {
  it("count a person once, however often they come, fifty at a time", async () => {
    const job = await makeJob(world.deps.db);
    const { id } = await makeUser(world.deps.db);
    const ips = (index: number) => `198.51.100.${index}`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => report(job.id, id, ips(index))),
    );
    expect(answers.filter(({ first }) => first)).toHaveLength(1);
    expect(await queued(job.id)).toMatchObject({ reports: 1 });
  });

  it("count people of one address apart, and strangers of one address as one", async () => {
    const job = await makeJob(world.deps.db);
    const people = await Promise.all([1, 2].map(() => makeUser(world.deps.db)));
    for (const { id } of people) await report(job.id, id, "203.0.113.7");
    await report(job.id, null, "203.0.113.7");
    await report(job.id, null, "203.0.113.7");
    expect(await queued(job.id)).toMatchObject({ reports: 3 });
  });

  it("of three people put a job before all that wait longer", async () => {
    const { jobId } = await publishUnder("unverified");
    const job = await makeJob(world.deps.db);
    for (const ip of ["203.0.113.11", "203.0.113.12", "203.0.113.13"]) {
      await report(job.id, null, ip);
    }
    const queue = await listReviewQueue(world.deps.db, { limit: 1_000, offset: 0 });
    const place = (id: string) => queue.findIndex((row) => row.id === id);
    expect(place(job.id)).toBeLessThan(place(jobId));
  });

  it("are taken from one address only so often", async () => {
    const jobs = await Promise.all(Array.from({ length: 21 }, () => makeJob(world.deps.db)));
    const outcomes = await Promise.allSettled(
      jobs.map(({ id }) => report(id, null, "203.0.113.99")),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });

  it("that are dismissed leave the job as it is and the queue without it", async () => {
    const job = await makeJob(world.deps.db);
    await report(job.id, null, "203.0.113.20");
    await decide(job.id, { action: "dismiss" });
    expect(await queued(job.id)).toBeUndefined();
    expect(await statusOf(job.id)).toMatchObject({ status: "published" });
    expect(await report(job.id, null, "203.0.113.20")).toEqual({ first: false });
    expect(await queued(job.id)).toBeUndefined();
  });

  it("may end in the job's removal: its page says so, those who wait are told, all is in the log", async () => {
    const job = await makeJob(world.deps.db);
    const owner = await makeMember(world.deps.db, job.employerId);
    await report(job.id, null, "203.0.113.21");
    const admin = await decide(job.id, { action: "remove", reason: "A fee is asked for." });
    expect(await findPublicJob(world.deps.db, job.slug)).toMatchObject({
      open: false,
      status: "closed",
      closeReason: "removed",
    });
    expect((await world.tasks("tell-applicants")).map(({ jobId }) => jobId)).toContain(job.id);
    const mails = (await world.mails()).filter(({ to }) => to.address === owner.email);
    expect(mails.at(-1)?.text).toContain("A fee is asked for.");
    expect(mails.at(-1)?.text).not.toContain(admin.name);
    expect(await queued(job.id)).toBeUndefined();
    const entries = await world.deps.db
      .selectFrom("auditEntries")
      .select(["action", "actorId", "employerId"])
      .where("subjectId", "=", job.id)
      .execute();
    expect(entries).toEqual([
      { action: "job-removed", actorId: admin.id, employerId: job.employerId },
    ]);
  });
});
