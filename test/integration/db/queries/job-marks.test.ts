import { describe, expect, it } from "vitest";
import { AGENCY_KIND } from "#app/domain/leave-out.ts";
import type { Db } from "#db/client.ts";
import {
  deleteHiddenJob,
  insertHiddenJob,
  insertMutedEmployer,
  insertMutedEmployerKind,
  insertSavedJob,
  noteSeenJob,
  readJobMarks,
} from "#db/queries/job-marks.ts";
import { countHiddenOpenJobs, isNotLeftOutBy, readLeaveOut } from "#db/queries/left-out-jobs.ts";
import { holdUntoldSavers, markSaversTold } from "#db/queries/saved-job-tellings.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const person = async (db: Db) => (await makeApplicant(db)).user.id;

describe("What a person leaves out", () => {
  it("names open jobs they hid, and the employers and kinds they muted", async () => {
    const { db } = world.deps;
    const userId = await person(db);
    const [open, closed] = [
      await makeJob(db),
      await makeJob(db, { status: "closed", closeReason: "filled" }),
    ];
    const employer = await makeEmployer(db);
    for (const { id } of [open, closed]) await insertHiddenJob(db, { userId, jobId: id });
    await insertMutedEmployer(db, { userId, employerId: employer.id });
    await insertMutedEmployerKind(db, { userId, kind: AGENCY_KIND });
    expect(await readLeaveOut(db, userId)).toEqual({
      jobIds: [open.id],
      employerIds: [employer.id],
      employerKinds: [AGENCY_KIND],
    });
    expect(await countHiddenOpenJobs(db, userId)).toBe(1);
  });

  it("says nothing of what somebody else left out", async () => {
    const { db } = world.deps;
    const { id } = await makeJob(db);
    await insertHiddenJob(db, { userId: await person(db), jobId: id });
    const other = await readLeaveOut(db, await person(db));
    expect(other).toEqual({ jobIds: [], employerIds: [], employerKinds: [] });
  });

  it("is a condition for lists made in SQL", async () => {
    const { db } = world.deps;
    const userId = await person(db);
    const agency = await makeEmployer(db, { kind: AGENCY_KIND });
    const employer = await makeEmployer(db);
    const kept = await makeJob(db);
    const hidden = await makeJob(db);
    const jobs = [
      kept,
      hidden,
      await makeJob(db, { employerId: agency.id }),
      await makeJob(db, { employerId: employer.id }),
    ].map(({ id }) => id);
    await insertHiddenJob(db, { userId, jobId: hidden.id });
    await insertMutedEmployer(db, { userId, employerId: employer.id });
    await insertMutedEmployerKind(db, { userId, kind: AGENCY_KIND });
    const left = await db
      .selectFrom("jobs")
      .select("id")
      .where("id", "in", jobs)
      .where(isNotLeftOutBy(userId))
      .execute();
    expect(left).toEqual([{ id: kept.id }]);
  });
});

describe("Marks", () => {
  it("come back for each job of a list, and saving brings a hidden job back into sight", async () => {
    const { db } = world.deps;
    const userId = await person(db);
    const job = await makeJob(db);
    const plain = await makeJob(db);
    await insertHiddenJob(db, { userId, jobId: job.id });
    await Promise.all(
      Array.from({ length: 20 }, () => insertSavedJob(db, { userId, jobId: job.id })),
    );
    await noteSeenJob(db, { userId, jobId: job.id });
    await noteSeenJob(db, { userId, jobId: job.id });
    const none = {
      saved: false,
      seen: false,
      hidden: false,
      employerMuted: false,
      kindMuted: false,
      applied: false,
      agency: false,
    };
    expect(await readJobMarks(db, { userId, jobIds: [job.id, plain.id] })).toEqual({
      [job.id]: { ...none, saved: true, seen: true },
      [plain.id]: none,
    });
    await deleteHiddenJob(db, { userId, jobId: job.id });
  });
});

describe("Those to be told that a saved job ended", () => {
  it("are savers who did not apply, each once", async () => {
    const { db } = world.deps;
    const job = await makeJob(db);
    const saver = await person(db);
    const applied = await person(db);
    await makeApplication(db, { jobId: job.id, applicantId: applied });
    for (const userId of [saver, applied]) await insertSavedJob(db, { userId, jobId: job.id });
    const hold = () => holdUntoldSavers(db, { jobId: job.id, limit: 10 });
    const told = await hold();
    expect(told.map(({ userId }) => userId)).toEqual([saver]);
    await markSaversTold(db, { jobId: job.id, userIds: [saver] });
    expect(await hold()).toEqual([]);
  });
});
