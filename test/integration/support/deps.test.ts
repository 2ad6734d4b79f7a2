import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { makeApplication } from "#test/factories/application.ts";
import { makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps, testDeps } from "#test/support/deps.ts";

const world = setUpDeps();

describe("a test world", () => {
  it("holds the reference data and nothing else", async () => {
    const { db } = world.deps;
    const families = await db.selectFrom("codeFamilies").select("id").execute();
    expect(families.length).toBeGreaterThan(500);
    expect(await db.selectFrom("users").select("id").execute()).toEqual([]);
  });

  it("has factories for everyone in the story", async () => {
    const { db } = world.deps;
    const job = await makeJob(db);
    const owner = await makeMember(db, job.employerId);
    const application = await makeApplication(db, { jobId: job.id });
    expect(owner.kind).toBe("employer");
    expect(application).toMatchObject({ stage: "submitted", jobId: job.id });
    const marks = await db.selectFrom("searchOutbox").select("jobId").execute();
    expect(marks).toEqual([{ jobId: job.id }]);
  });

  it("shows committed tasks only", async () => {
    const { db, tasks } = world.deps;
    const mail = {
      to: { name: "A", address: "a@example.com" },
      subject: "s",
      text: "t",
      html: "h",
    };
    await db.transaction().execute((trx) => tasks.enqueue(trx, "send-mail", mail));
    const undone = db.transaction().execute(async (trx) => {
      await tasks.enqueue(trx, "send-mail", { ...mail, subject: "never" });
      throw new Error("roll back");
    });
    await expect(undone).rejects.toThrow("roll back");
    expect(await world.mails()).toEqual([mail]);
  });

  it("keeps time until it is told otherwise", () => {
    const before = world.clock();
    world.clock.advance(60);
    expect(world.deps.clock().getTime() - before.getTime()).toBe(60_000);
  });

  it("is closed to the next one: own database, own index, gone when disposed", async () => {
    const other = await testDeps();
    expect(other.deps.search?.jobsIndex).not.toBe(world.deps.search?.jobsIndex);
    expect(await other.deps.db.selectFrom("users").select("id").execute()).toEqual([]);
    const name = new URL(other.databaseUrl).pathname.slice(1);
    const index = other.deps.search?.jobsIndex ?? "";
    await other.deps.search?.client.createIndex(index, { primaryKey: "id" }).waitTask();
    await other.dispose();
    const { rows } = await sql`select from pg_database where datname = ${name}`.execute(
      world.deps.db,
    );
    expect(rows).toEqual([]);
  });
});
