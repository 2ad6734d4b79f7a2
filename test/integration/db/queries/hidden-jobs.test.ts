import { expect, it } from "vitest";
import { listJobHits, listNewestJobs, listOpenJobsOfEmployer } from "#db/queries/job-listings.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";
import { readPublicVersion } from "#db/queries/public-version.ts";
import type { Job } from "#db/schema/jobs.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const suspendUser = (id: string, at: Date | null = new Date()) =>
  world.deps.db.updateTable("users").set({ suspendedAt: at }).where("id", "=", id).execute();
const suspendEmployer = (id: string, at: Date | null = new Date()) =>
  world.deps.db.updateTable("employers").set({ suspendedAt: at }).where("id", "=", id).execute();

/** Whether the public sees a job: all its ways agree. */
async function inView(job: Job): Promise<boolean> {
  const { db } = world.deps;
  const [page, hits, open, newest, marked] = await Promise.all([
    findPublicJob(db, job.slug),
    listJobHits(db, [job.id]),
    listOpenJobsOfEmployer(db, { employerId: job.employerId, page: 1, pageSize: 50 }),
    listNewestJobs(db, { limit: 1_000 }),
    db.selectFrom("searchOutbox").select("jobId").where("jobId", "=", job.id).execute(),
  ]);
  expect(marked, "the index is told").toHaveLength(1);
  const answers = [
    page !== null,
    hits.length === 1,
    open.hits.some(({ id }) => id === job.id),
    newest.some(({ id }) => id === job.id),
  ];
  expect(new Set(answers).size, JSON.stringify(answers)).toBe(1);
  return answers[0] === true;
}

it("an employer's suspension takes its jobs out of view, and its lifting brings them back", async () => {
  const { db } = world.deps;
  const job = await makeJob(db);
  const before = (await readPublicVersion(db)).version;
  expect(await inView(job)).toBe(true);
  await suspendEmployer(job.employerId);
  expect(await inView(job)).toBe(false);
  expect((await readPublicVersion(db)).version).not.toBe(before);
  await suspendEmployer(job.employerId, null);
  expect(await inView(job)).toBe(true);
});

it("the only owner's suspension hides all the employer posts; another employer's jobs stay", async () => {
  const { db } = world.deps;
  const job = await makeJob(db);
  const owner = await makeMember(db, job.employerId);
  const other = await makeJob(db);
  await suspendUser(owner.id);
  expect(await inView(job)).toBe(false);
  expect(await inView(other)).toBe(true);
  await suspendUser(owner.id, null);
  expect(await inView(job)).toBe(true);
});

it("of two owners, one's suspension hides only what that one posted", async () => {
  const { db } = world.deps;
  const employer = await makeEmployer(db);
  const one = await makeMember(db, employer.id);
  const two = await makeMember(db, employer.id);
  const hers = await makeJob(db, { employerId: employer.id, createdBy: one.id });
  const his = await makeJob(db, { employerId: employer.id, createdBy: two.id });
  await suspendUser(one.id);
  expect([await inView(hers), await inView(his)]).toEqual([false, true]);
  await suspendUser(two.id);
  expect([await inView(hers), await inView(his)]).toEqual([false, false]);
  await suspendUser(two.id, null);
  expect([await inView(hers), await inView(his)]).toEqual([false, true]);
});

it("a job posted for a suspended employer is never in view; one owner in good standing mends it", async () => {
  const { db } = world.deps;
  const employer = await makeEmployer(db);
  const owner = await makeMember(db, employer.id);
  await suspendUser(owner.id);
  const job = await makeJob(db, { employerId: employer.id });
  expect(await inView(job)).toBe(false);
  const second = await makeMember(db, employer.id);
  expect(await inView(job)).toBe(true);
  await db.deleteFrom("employerMembers").where("userId", "=", second.id).execute();
  expect(await inView(job)).toBe(false);
});

it("of suspensions and postings at once, no job slips through", async () => {
  const { db } = world.deps;
  const employer = await makeEmployer(db);
  const jobs = await Promise.all([
    ...Array.from({ length: 25 }, () => makeJob(db, { employerId: employer.id })),
    suspendEmployer(employer.id).then(() => null),
    ...Array.from({ length: 25 }, () => makeJob(db, { employerId: employer.id })),
  ]);
  const seen = await listJobHits(
    db,
    jobs.flatMap((job) => (job ? [job.id] : [])),
  );
  expect(seen).toEqual([]);
});
