import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ReviewPolicy } from "#app/domain/job-review.ts";
import { reviewJob } from "#app/features/admin/review-job.server.ts";
import { changeJobStatus } from "#app/features/jobs/change-job-status.server.ts";
import { createDraft } from "#app/features/jobs/create-draft.server.ts";
import { publishJob } from "#app/features/jobs/publish-job.server.ts";
import { updateJob } from "#app/features/jobs/update-job.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeUser } from "#test/factories/user.ts";
import { readTypedJob, wholeJob } from "#test/fixtures/job-forms.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

async function posted(verifiedAt: Date | null = null) {
  const employer = await makeEmployer(world.deps.db, { verifiedAt });
  const { id: userId } = await makeMember(world.deps.db, employer.id);
  const member = { employerId: employer.id, userId };
  const key = { idempotencyKey: randomUUID() };
  const { jobId } = await createDraft(world.deps, { member, read: readTypedJob(), ...key });
  const job = async () => {
    const row = await findEmployerJob(world.deps.db, { ...member, jobId });
    if (!row) throw new Error("The job is gone.");
    return row;
  };
  const seen = async () => ({ jobId, version: (await job()).version });
  await publishJob(world.deps, {
    member,
    seen: await seen(),
    job: wholeJob(),
    idempotencyKey: randomUUID(),
  });
  const edit = async (changes: Record<string, string>, jobReview: ReviewPolicy = "unverified") =>
    updateJob({ ...world.deps, jobReview }, { member, seen: await seen(), job: wholeJob(changes) });
  const approve = async () => {
    const { id: adminId } = await makeUser(world.deps.db, { kind: "admin" });
    const decision = { action: "approve" } as const;
    await reviewJob(world.deps, { adminId, ...(await seen()), decision });
  };
  return { member, job, seen, edit, approve };
}

describe("a change of a public job, where the board reads the jobs of unverified employers", () => {
  it.each([
    ["its title", { title: "Work from home, pay at once" }],
    ["its description", { description: "Write to me on another site. ".repeat(20) }],
    ["its pay", { payMax: "79,000" }],
  ])("sends it back to review when %s is another", async (_, changes) => {
    const { job, edit } = await posted();
    const { slug } = await job();
    expect(await edit(changes)).toEqual({ inReview: true });
    expect(await job()).toMatchObject({ status: "in-review" });
    expect(await findPublicJob(world.deps.db, slug)).toBeNull();
  });

  it("leaves it public when only what follows from no words is another, or nothing is", async () => {
    const { job, edit } = await posted();
    for (const changes of [{}, { replyByDays: "10" }]) {
      expect(await edit(changes)).toEqual({ inReview: false });
    }
    expect(await job()).toMatchObject({ status: "published" });
  });

  it("leaves it public for a verified employer, and for everybody where nothing is read", async () => {
    const verified = await posted(new Date());
    expect(await verified.edit({ payMax: "79,000" })).toEqual({ inReview: false });
    const unread = await posted();
    expect(await unread.edit({ payMax: "79,000" }, "off")).toEqual({ inReview: false });
  });

  it("is public again once approved, with the dates it had", async () => {
    const { job, edit, approve } = await posted();
    const before = await job();
    await edit({ payMax: "79,000" });
    await approve();
    const { status, slug, publishedAt, firstPublishedAt, repostedAt } = await job();
    expect({ status, slug, publishedAt, firstPublishedAt, repostedAt }).toEqual({
      status: "published",
      slug: before.slug,
      publishedAt: before.publishedAt,
      firstPublishedAt: before.firstPublishedAt,
      repostedAt: before.repostedAt,
    });
  });

  it("goes to review from a pause too, so that resuming brings nothing unread", async () => {
    const { member, seen, job, edit } = await posted();
    await changeJobStatus(world.deps, {
      member,
      seen: await seen(),
      change: { action: "pause" },
    });
    expect(await edit({ payMax: "79,000" })).toEqual({ inReview: true });
    expect(await job()).toMatchObject({ status: "in-review" });
    const resumed = changeJobStatus(world.deps, {
      member,
      seen: await seen(),
      change: { action: "resume" },
    });
    await expect(resumed).rejects.toMatchObject({ code: "illegal-move" });
  });
});
