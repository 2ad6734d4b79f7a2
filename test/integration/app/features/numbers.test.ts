import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { readJobNumbers, readNumbers } from "#app/features/numbers/read-numbers.server.ts";
import { addViews, condenseViews, readViewSalt, type SeenView } from "#db/queries/job-views.ts";
import type { Job } from "#db/schema/jobs.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
let employerId: string;
let job: Job;

beforeEach(async () => {
  world.clock.set(new Date());
  employerId = (await makeEmployer(world.deps.db)).id;
  job = await makeJob(world.deps.db, { employerId });
});

const view = (who: string, values: Partial<SeenView> = {}): SeenView => ({
  slug: job.slug,
  viewer: createHash("sha256").update(who).digest("hex").slice(0, 32),
  source: "search",
  started: false,
  ...values,
});
const numbers = (jobId: string | null = job.id) =>
  readNumbers(world.deps, { employerId, jobId }, 30);

describe("Views", () => {
  it("are added up, with viewers, starts and sources told apart", async () => {
    await addViews(world.deps.db, [view("a"), view("a"), view("b", { source: "mail" })]);
    await addViews(world.deps.db, [view("a"), view("a", { started: true })]);
    const { totals, days, sources } = await numbers();
    expect(totals).toEqual({ views: 4, viewers: 2, starts: 1, applications: 0 });
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toMatchObject({ views: 4, viewers: 2 });
    expect(sources.map(({ id, count }) => [id, count])).toEqual([
      ["search", 3],
      ["mail", 1],
    ]);
  });

  it("of fifty writers at once are all there", async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        addViews(world.deps.db, [view(`v${at % 10}`), view("everyone")]),
      ),
    );
    expect((await numbers()).totals).toMatchObject({ views: 100, viewers: 11 });
  });

  it("of a draft, and of a page nobody has, are not counted", async () => {
    const draft = await makeJob(world.deps.db, {
      employerId,
      status: "draft",
      firstPublishedAt: null,
      publishedAt: null,
    });
    await addViews(world.deps.db, [
      view("a", { slug: draft.slug }),
      view("a", { slug: "nowhere" }),
    ]);
    expect((await numbers(null)).totals.views).toBe(0);
  });

  it("keep their counts and lose their viewers after a week", async () => {
    await addViews(world.deps.db, [view("a"), view("b"), view("b", { started: true })]);
    await readViewSalt(world.deps.db, randomBytes(16).toString("hex"));
    await sql`update job_viewers set day = day - 9 where job_id = ${job.id}`.execute(world.deps.db);
    await sql`update view_salts set day = day - 9`.execute(world.deps.db);
    const before = await numbers();
    expect(before.totals.views).toBe(2);
    await condenseViews(world.deps.db, 7);
    expect(await numbers()).toEqual(before);
    const left = await world.deps.db
      .selectFrom("jobViewers")
      .selectAll()
      .where("jobId", "=", job.id)
      .execute();
    expect(left).toEqual([]);
    expect(await world.deps.db.selectFrom("viewSalts").selectAll().execute()).toEqual([]);
  });

  it("are salted alike by everyone who counts on one day", async () => {
    const salts = await Promise.all(
      Array.from({ length: 20 }, () =>
        readViewSalt(world.deps.db, randomBytes(16).toString("hex")),
      ),
    );
    expect(new Set(salts.map(({ salt }) => salt)).size).toBe(1);
  });
});

describe("The funnel", () => {
  it("counts every stage an application ever stood in, and how soon it was answered", async () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const answered = await makeApplication(world.deps.db, {
      jobId: job.id,
      stage: "interview",
      submittedAt: hoursAgo(50),
      firstReplyAt: hoursAgo(40),
    });
    await world.deps.db
      .insertInto("applicationEvents")
      .values([
        {
          applicationId: answered.id,
          kind: "submitted",
          toStage: "submitted",
          shownToApplicant: true,
        },
        {
          applicationId: answered.id,
          kind: "moved",
          fromStage: "submitted",
          toStage: "interview",
          shownToApplicant: true,
        },
      ])
      .execute();
    await makeApplication(world.deps.db, {
      jobId: job.id,
      submittedAt: hoursAgo(1),
      firstReplyAt: null,
    });
    const { totals, stages, replies, medianReply } = await numbers();
    expect(totals.applications).toBe(2);
    const counts = Object.fromEntries(stages.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({ submitted: 2, interview: 1, offer: 0 });
    expect(Object.fromEntries(replies.map(({ id, count }) => [id, count]))).toEqual({
      day: 1,
      week: 0,
      later: 0,
      waiting: 1,
    });
    expect(medianReply).toBe("10 hours");
  });

  it("is the employer's own: another's jobs are not in it", async () => {
    const other = await makeJob(world.deps.db);
    await addViews(world.deps.db, [view("a", { slug: other.slug })]);
    await makeApplication(world.deps.db, { jobId: other.id });
    expect((await numbers(null)).totals).toEqual({
      views: 0,
      viewers: 0,
      starts: 0,
      applications: 0,
    });
    expect((await numbers(other.id)).totals.views).toBe(0);
    expect((await numbers(randomUUID())).totals.views).toBe(0);
    expect(await readJobNumbers(world.deps, { employerId, span: 30 })).toEqual([]);
  });
});
