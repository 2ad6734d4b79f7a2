import { describe, expect, it } from "vitest";
import type { RootDb } from "#db/client.ts";
import { seedVolume } from "#db/seed/volume/seed-volume.ts";
import { setUpDeps, testDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const now = new Date("2026-11-21T12:00:00Z");

const contents = async (db: RootDb) => ({
  jobs: await db.selectFrom("jobs").selectAll().orderBy("id").execute(),
  requirements: await db
    .selectFrom("jobRequirements")
    .selectAll()
    .orderBy("jobId")
    .orderBy("position")
    .execute(),
  employers: await db.selectFrom("employers").selectAll().orderBy("id").execute(),
  applicants: await db.selectFrom("applicants").selectAll().orderBy("userId").execute(),
  experience: await db
    .selectFrom("applicantExperience")
    .selectAll()
    .orderBy("userId")
    .orderBy("position")
    .execute(),
});

describe("the volume seed", () => {
  it("writes the same data on two runs, in one go or in steps", async () => {
    const { db } = world.deps;
    await seedVolume(db, { jobs: 1_200, applicants: 60, now });
    const other = await testDeps();
    try {
      await seedVolume(other.deps.db, { jobs: 300, applicants: 60, now });
      await seedVolume(other.deps.db, { jobs: 1_200, applicants: 60, now });
      expect(await contents(other.deps.db)).toEqual(await contents(db));
    } finally {
      await other.dispose();
    }
  });

  it("marks every job for the search index and tells how far it is", async () => {
    const { db } = world.deps;
    const marks = await db.selectFrom("searchOutbox").select("jobId").execute();
    expect(marks).toHaveLength(1_200);
    const progress: string[] = [];
    const onProgress = (what: string, done: number, all: number) =>
      progress.push(`${done}/${all} ${what}`);
    await seedVolume(db, { jobs: 1_200, applicants: 10, now, onProgress });
    expect(progress).toEqual([
      "500/1200 jobs",
      "1000/1200 jobs",
      "1200/1200 jobs",
      "10/10 applicants",
    ]);
  });

  it("gives its applicants passwords nobody knows", async () => {
    const users = await world.deps.db.selectFrom("users").select("passwordHash").execute();
    expect(users.every(({ passwordHash }) => passwordHash.startsWith("$argon2id$"))).toBe(true);
  });
});
