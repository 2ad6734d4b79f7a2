import { describe, expect, it } from "vitest";
import type { Requirement } from "#app/domain/requirement.ts";
import { recommendJobs } from "#app/features/applicants/recommend-jobs.server.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const must = (familyId: string, minMonths = 12): Requirement => ({
  familyId,
  level: "must",
  minMonths,
});
const recommend = async (userId: string) => {
  const { profile } = await readProfile(world.deps.db, userId);
  return (await recommendJobs(world.deps, { userId, profile, limit: 10 })).map(({ id }) => id);
};

describe("recommended jobs", () => {
  it("ask for a family the applicant has coded, its section or its successor; the best match first", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db, {
      experience: [
        { familyId: "cpt-structural-paravalvular", months: 36 },
        { familyId: "cpt-vasc-leg-revasc-legacy", months: 60 },
      ],
    });
    const own = await makeJob(db, { requirements: [must("cpt-structural-paravalvular")] });
    const section = await makeJob(db, { requirements: [must("cpt-medicine-cardiovascular")] });
    const successor = await makeJob(db, { requirements: [must("cpt-vasc-leg-revasc", 36)] });
    const other = await makeJob(db, { requirements: [must("cpt-em-office")] });
    expect(await recommend(user.id)).toEqual([own.id, section.id, successor.id]);
    expect(await recommend(user.id)).not.toContain(other.id);
  });

  it("are open and not applied to", async () => {
    const { db } = world.deps;
    const requirements = [must("icd10cm-ischemic-heart")];
    const { user } = await makeApplicant(db, {
      experience: [{ familyId: "icd10cm-ischemic-heart" }],
    });
    const open = await makeJob(db, { requirements });
    const applied = await makeJob(db, { requirements });
    await makeApplication(db, { jobId: applied.id, applicantId: user.id });
    await makeJob(db, { requirements, status: "paused" });
    await makeJob(db, { requirements, expiresAt: new Date(Date.now() - 1_000) });
    expect(await recommend(user.id)).toEqual([open.id]);
  });

  it("leave out those that share only a wish, where what they must have is missing", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db, { experience: [{ familyId: "cpt-em-consult" }] });
    await makeJob(db, {
      requirements: [must("cpt-em-hospital"), { ...must("cpt-em-consult"), level: "nice" }],
    });
    expect(await recommend(user.id)).toEqual([]);
  });

  it("are none for someone who has stated no family", async () => {
    const { user } = await makeApplicant(world.deps.db, { experience: [] });
    expect(await recommend(user.id)).toEqual([]);
  });
});
