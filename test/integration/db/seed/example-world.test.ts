import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { verify } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { piecesAnHour } from "#app/domain/pay.ts";
import { isEmptyWorld, seedExampleWorld } from "#db/seed/example-world/seed-example-world.ts";
import { EXAMPLE_JOBS, EXAMPLE_PROFILES } from "#db/seed/example-world/world-data.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const now = new Date("2026-11-21T12:00:00Z");

const count = async (table: "jobs" | "applicants" | "applicantExperience" | "jobEvents") => {
  const { db } = world.deps;
  const { rows } = await db
    .selectFrom(table)
    .select(db.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return rows;
};

describe("the example world", () => {
  it("loads every job and every profile into an empty database, once", async () => {
    const { db, varDir } = world.deps;
    expect(await isEmptyWorld(db)).toBe(true);
    const accounts = await seedExampleWorld({ db, varDir, now });
    expect(await isEmptyWorld(db)).toBe(false);
    expect(await count("jobs")).toBe(EXAMPLE_JOBS.length);
    expect(await count("jobEvents")).toBe(EXAMPLE_JOBS.length);
    expect(await count("applicants")).toBe(EXAMPLE_PROFILES.length);
    expect(await count("applicantExperience")).toBe(
      EXAMPLE_PROFILES.flatMap(({ families }) => families).length,
    );
    const file = path.join(varDir, "demo-accounts.json");
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(accounts);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(seedExampleWorld({ db, varDir, now })).rejects.toThrow(/unique/);
  });

  it("lets one person of each role log in, and nobody else", async () => {
    const { db, varDir } = world.deps;
    const accounts = JSON.parse(await readFile(path.join(varDir, "demo-accounts.json"), "utf8"));
    const roles = accounts.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(["applicant", "employer", "recruiter", "viewer", "admin"]);
    const users = await db
      .selectFrom("users")
      .select(["email", "passwordHash", "emailVerifiedAt"])
      .execute();
    expect(users.every(({ emailVerifiedAt }) => emailVerifiedAt)).toBe(true);
    const hashes = new Map(users.map(({ email, passwordHash }) => [email, passwordHash]));
    for (const { email, password } of accounts) {
      expect(await verify(hashes.get(email) ?? "", password)).toBe(true);
    }
    const passwords = accounts.map(({ password }: { password: string }) => password);
    expect(new Set(passwords).size).toBe(accounts.length);
    const demo = new Set(accounts.map(({ email }: { email: string }) => email));
    expect(
      new Set(users.filter(({ email }) => !demo.has(email)).map((one) => one.passwordHash)).size,
    ).toBe(1);
  });

  it("publishes every job in the past and closes it in the future, with pay, place and families", async () => {
    const jobs = await world.deps.db.selectFrom("jobs").selectAll().execute();
    for (const job of jobs) {
      expect(job.status).toBe("published");
      expect(job.publishedAt?.getTime()).toBeLessThan(now.getTime());
      expect(job.expiresAt?.getTime()).toBeGreaterThan(now.getTime());
      expect(job.latitude).not.toBeNull();
      expect(job.eligibleStates.length).toBeGreaterThan(0);
      const target = { unit: job.productionUnit, target: job.productionTarget };
      const isUnknown = job.payType === "per-chart" && !piecesAnHour(job.payType, target);
      expect(job.hourlyMin === null).toBe(isUnknown);
    }
    const first = await world.deps.db
      .selectFrom("jobRequirements")
      .innerJoin("jobs", "jobs.id", "jobRequirements.jobId")
      .select(["familyId", "level", "jobRequirements.minMonths"])
      .where("title", "=", "Interventional Cardiology Coder (Pro-Fee)")
      .orderBy("position")
      .limit(4)
      .execute();
    expect(first).toEqual([
      { familyId: "cpt-coronary-intervention", level: "must", minMonths: 36 },
      { familyId: "cpt-cath-diagnostic", level: "must", minMonths: 36 },
      { familyId: "cpt-structural-septal", level: "must", minMonths: 36 },
      { familyId: "cpt-cv-tavr", level: "nice", minMonths: 0 },
    ]);
  });

  it("tells each application's story in events that end where it stands", async () => {
    const applications = await world.deps.db
      .selectFrom("applications")
      .innerJoin("jobs", "jobs.id", "applications.jobId")
      .select(["applications.id", "stage", "submittedAt", "jobs.publishedAt"])
      .execute();
    expect(new Set(applications.map(({ stage }) => stage)).size).toBeGreaterThan(4);
    for (const { id, stage, submittedAt, publishedAt } of applications) {
      expect(submittedAt.getTime()).toBeGreaterThan(publishedAt?.getTime() ?? 0);
      const events = await world.deps.db
        .selectFrom("applicationEvents")
        .select(["kind", "toStage", "createdAt"])
        .where("applicationId", "=", id)
        .orderBy("createdAt")
        .execute();
      expect(events[0]?.kind).toBe("submitted");
      expect(events.at(-1)?.toStage).toBe(stage);
      expect(events.at(-1)?.createdAt.getTime()).toBeLessThan(now.getTime());
    }
  });
});
