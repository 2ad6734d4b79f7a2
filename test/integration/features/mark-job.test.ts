import { describe, expect, it } from "vitest";
import { JOB_MARKS, OPPOSITE } from "#app/domain/job-mark.ts";
import { AGENCY_KIND } from "#app/domain/leave-out.ts";
import { markJob } from "#app/features/job-marks/mark-job.server.ts";
import { readMarked, withMarked } from "#app/features/job-marks/read-marked.server.ts";
import { readJobMarks } from "#db/queries/job-marks.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

async function agencyJob() {
  const { db } = world.deps;
  const { user } = await makeApplicant(db);
  const employer = await makeEmployer(db, { kind: AGENCY_KIND });
  const job = await makeJob(db, { employerId: employer.id });
  return { userId: user.id, job };
}

describe("Marking a job", () => {
  it("can be taken back in every way, and done twice without harm", async () => {
    const { userId, job } = await agencyJob();
    const marks = async () =>
      (await readJobMarks(world.deps.db, { userId, jobIds: [job.id] }))[job.id];
    const before = await marks();
    for (const mark of JOB_MARKS.filter((one) => !one.startsWith("un"))) {
      await Promise.all([1, 2, 3].map(() => markJob(world.deps, { userId, slug: job.slug, mark })));
      expect(await marks()).not.toEqual(before);
      await markJob(world.deps, { userId, slug: job.slug, mark: OPPOSITE[mark] });
      expect(await marks()).toEqual(before);
    }
  });

  it("knows no draft, no unknown address, and no kind of employer but agencies", async () => {
    const { userId } = await agencyJob();
    const draft = await makeJob(world.deps.db, { status: "draft" });
    const plain = await makeJob(world.deps.db);
    const mark = (slug: string, mark: "save" | "mute-kind") =>
      markJob(world.deps, { userId, slug, mark });
    await expect(mark(draft.slug, "save")).rejects.toMatchObject({ code: "not-found" });
    await expect(mark("nowhere", "save")).rejects.toMatchObject({ code: "not-found" });
    await expect(mark(plain.slug, "mute-kind")).rejects.toMatchObject({ code: "not-found" });
  });

  it("refuses to hide more open jobs than a search can name, and hides none then", async () => {
    const { userId, job } = await agencyJob();
    const { db } = world.deps;
    const { employerId } = await makeJob(db);
    const columns = await makeJob(db, { employerId });
    const { id: _, ...values } = columns;
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      ...values,
      slug: `one-of-many-${index}`,
      credentialRule: "[]",
    }));
    for (let at = 0; at < many.length; at += 250) {
      await db
        .insertInto("jobs")
        .values(many.slice(at, at + 250) as never)
        .execute();
    }
    const ids = await db
      .selectFrom("jobs")
      .select("id")
      .where("slug", "like", "one-of-many-%")
      .execute();
    await db
      .insertInto("hiddenJobs")
      .values(ids.map(({ id }) => ({ userId, jobId: id })))
      .execute();
    const hide = markJob(world.deps, { userId, slug: job.slug, mark: "hide" });
    await expect(hide).rejects.toMatchObject({ code: "not-allowed" });
    const marks = await readJobMarks(db, { userId, jobIds: [job.id] });
    expect(marks[job.id]?.hidden).toBe(false);
  });
});

describe("The notice of a mark", () => {
  it("is read from the address only while it is true, and only for whose it is", async () => {
    const { userId, job } = await agencyJob();
    const { user: other } = await makeApplicant(world.deps.db);
    const done = await markJob(world.deps, { userId, slug: job.slug, mark: "hide" });
    const address = withMarked("/jobs?q=heart", done);
    expect(address).toBe(`/jobs?q=heart&marked=hide.${job.slug}`);
    const params = new URL(address, "http://here").searchParams;
    expect(await readMarked(world.deps, { userId, params })).toEqual(done);
    expect(await readMarked(world.deps, { userId: other.id, params })).toBeNull();
    await markJob(world.deps, { userId, slug: job.slug, mark: "unhide" });
    expect(await readMarked(world.deps, { userId, params })).toBeNull();
  });
});
