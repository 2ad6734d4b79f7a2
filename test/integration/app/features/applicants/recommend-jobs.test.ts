import { describe, expect, it } from "vitest";
import type { Requirement } from "#app/domain/requirement.ts";
import { recommendJobs } from "#app/features/applicants/recommend-jobs.server.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { toJson } from "#db/schema/json-column.ts";
import { listCandidateJobs } from "#search/queries/candidate-jobs.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

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

  it("name the one step that would raise each match most", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db, {
      experience: [{ familyId: "cpt-rehab-modalities", months: 24 }],
    });
    const requirements = [must("cpt-rehab-modalities", 24)];
    const more = await makeJob(db, { requirements, credentialRule: toJson([["CIRCC"]]) });
    const { profile } = await readProfile(db, user.id);
    const best = await recommendJobs(world.deps, { userId: user.id, profile, limit: 10 });
    expect(best.find(({ id }) => id === more.id)?.raise).toMatchObject({
      sentence: "A current CIRCC",
    });
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

  it("are named by the search engine as by Postgres, without what it still holds of a closed job", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db, {
      experience: [{ familyId: "cpt-skin-mohs", months: 36 }],
    });
    const [near, far, closed] = await Promise.all([
      makeJob(db, { requirements: [must("cpt-skin-mohs")], eligibleStates: ["FL"] }),
      makeJob(db, { requirements: [must("cpt-skin-mohs")], eligibleStates: ["AK"] }),
      makeJob(db, { requirements: [must("cpt-skin-mohs")] }),
    ]);
    const ids = new Set([near.id, far.id]);
    await db.updateTable("jobs").set({ status: "paused" }).where("id", "=", closed.id).execute();
    expect(new Set(await recommend(user.id))).toEqual(ids);
    await db.updateTable("jobs").set({ status: "published" }).where("id", "=", closed.id).execute();
    await indexJobs(world.deps);
    await db.updateTable("jobs").set({ status: "paused" }).where("id", "=", closed.id).execute();
    const listed = await recommend(user.id);
    expect(new Set(listed)).toEqual(ids);
    expect(listed[0]).toBe(near.id);
    const { search } = world.deps;
    const known = { familyIds: ["cpt-skin-mohs"], states: ["FL"], now: new Date(), limit: 2 };
    expect(search && (await listCandidateJobs(search, known))).toContain(near.id);
  });
});
