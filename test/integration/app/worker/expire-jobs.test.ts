import { describe, expect, it } from "vitest";
import { JOB_STATUSES, type JobStatus, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import { expireJobs } from "#app/worker/expire-jobs.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const HOUR = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);

async function jobIn(status: JobStatus, expiresAt: Date) {
  const closing = status === "closed" ? { closeReason: "filled" as const } : {};
  const job = await makeJob(world.deps.db, { status, expiresAt, ...closing });
  return job.id;
}

const read = (id: string) =>
  world.deps.db
    .selectFrom("jobs")
    .select(["status", "version", "closedAt", "expiresAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

describe("expiry", () => {
  it("ends exactly the jobs the lifecycle lets end, and only when their time has come", async () => {
    for (const status of JOB_STATUSES) {
      const due = await jobIn(status, ago(HOUR));
      const open = await jobIn(status, new Date(Date.now() + HOUR));
      await expireJobs(world.deps);
      const expected = nextJobStatus(status, "expire") ?? status;
      expect(await read(due), `a due job that was ${status}`).toMatchObject({ status: expected });
      expect(await read(open), `an open job that is ${status}`).toMatchObject({ status });
    }
  });

  it("goes by the database's clock, whatever this machine's says", async () => {
    const id = await jobIn("published", new Date(Date.now() + HOUR));
    world.clock.advance(48 * 3_600);
    await expireJobs(world.deps);
    expect((await read(id)).status).toBe("published");
  });

  it("writes one event per job, says when it ended, and marks it for the search index", async () => {
    const { db } = world.deps;
    const id = await jobIn("paused", ago(2 * HOUR));
    await db.deleteFrom("searchOutbox").execute();
    await expireJobs(world.deps);
    await expireJobs(world.deps);
    const events = await db.selectFrom("jobEvents").selectAll().where("jobId", "=", id).execute();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: "expire", fromStatus: "paused", toStatus: "expired" });
    const job = await read(id);
    expect(job.version).toBe(2);
    expect(job.closedAt).toEqual(job.expiresAt);
    const marks = await db.selectFrom("searchOutbox").select("jobId").execute();
    expect(marks).toEqual([{ jobId: id }]);
  });

  it("has those told who applied, once, and nobody about a job without applications", async () => {
    const { db } = world.deps;
    const applied = await jobIn("published", ago(HOUR));
    await jobIn("published", ago(HOUR));
    await makeApplication(db, { jobId: applied });
    await expireJobs(world.deps);
    await expireJobs(world.deps);
    expect(await world.tasks("tell-applicants")).toEqual([{ jobId: applied }]);
  });

  it("ends more jobs than one batch holds", async () => {
    const { db } = world.deps;
    const { id: employerId } = await makeEmployer(db);
    for (let count = 0; count < 12; count += 1) {
      await Promise.all(
        Array.from({ length: 50 }, () =>
          makeJob(db, { employerId, expiresAt: ago(HOUR), requirements: [] }),
        ),
      );
    }
    await expireJobs(world.deps);
    const left = await db
      .selectFrom("jobs")
      .select("id")
      .where("employerId", "=", employerId)
      .where("status", "=", "published")
      .execute();
    expect(left).toEqual([]);
  });

  it("leaves a job somebody is changing for the next pass", async () => {
    const { db } = world.deps;
    const id = await jobIn("published", ago(HOUR));
    await db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("jobs")
        .set({ payNote: "Sign-on bonus" })
        .where("id", "=", id)
        .execute();
      await expireJobs(world.deps);
    });
    expect((await read(id)).status).toBe("published");
    await expireJobs(world.deps);
    expect((await read(id)).status).toBe("expired");
  });
});
