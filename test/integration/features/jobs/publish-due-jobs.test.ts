import { sql } from "kysely";
import { expect, it } from "vitest";
import { publishDueJobs } from "#app/features/jobs/publish-due-jobs.server.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

it("A scheduled job that cannot be published keeps none of the others from it", async () => {
  const { db } = world.deps;
  const employer = await makeEmployer(db);
  const due = async (hoursAgo: number) => {
    const job = await makeJob(db, {
      employerId: employer.id,
      status: "scheduled",
      publishAt: new Date(Date.now() - hoursAgo * 3_600_000),
    });
    return job.id;
  };
  const [bad, good] = [await due(2), await due(1)];
  const statusOf = async (id: string) =>
    (await db.selectFrom("jobs").select("status").where("id", "=", id).executeTakeFirst())?.status;
  await sql`
    create function fail_on_purpose() returns trigger language plpgsql
      as $$ begin raise 'on purpose'; end $$`.execute(db);
  await sql`
    create trigger fail_on_purpose before update on jobs
      for each row when (old.id = ${sql.lit(bad)}) execute function fail_on_purpose()`.execute(db);

  expect(await publishDueJobs(world.deps, 100)).toBe(1);
  expect(await statusOf(good)).toBe("published");
  expect(await statusOf(bad)).toBe("scheduled");

  await sql`drop trigger fail_on_purpose on jobs`.execute(db);
  expect(await publishDueJobs(world.deps, 100)).toBe(1);
  expect(await statusOf(bad)).toBe("published");
});
