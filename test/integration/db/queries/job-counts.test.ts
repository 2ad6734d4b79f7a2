import { beforeAll, describe, expect, it } from "vitest";
import { findFamily } from "#app/domain/taxonomy/code-families.ts";
import {
  countOpenJobs,
  countOpenJobsByFamily,
  countOpenJobsBySpecialty,
} from "#db/queries/job-counts.ts";
import { listNewestJobs } from "#db/queries/job-listings.ts";
import { CORONARY, makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const SECTION = findFamily(CORONARY.familyId)?.parent ?? "";
const SEPTAL = { ...CORONARY, familyId: "cpt-structural-septal" };

beforeAll(async () => {
  const { db } = world.deps;
  const long = new Date(Date.now() - 86_400_000);
  await makeJob(db, {
    title: "Older, both families",
    requirements: [CORONARY, SEPTAL],
    otherSpecialties: ["cardiology"],
    firstPublishedAt: new Date(Date.now() - 5 * 86_400_000),
  });
  await makeJob(db, { title: "Newest, one family", requirements: [CORONARY] });
  await makeJob(db, { title: "Closed", status: "closed", closeReason: "filled" });
  await makeJob(db, { title: "Ran out", expiresAt: long });
});

describe("Counts of open jobs", () => {
  it("count a job once for a family and once for each level above it", async () => {
    const counts = await countOpenJobsByFamily(world.deps.db);
    expect(counts["cpt-coronary-intervention"]).toBe(2);
    expect(counts["cpt-structural-septal"]).toBe(1);
    expect(counts[SECTION]).toBe(2);
    expect(counts.cpt).toBe(2);
    expect(counts.icd10cm).toBeUndefined();
  });

  it("count a job for each specialty it names", async () => {
    const counts = await countOpenJobsBySpecialty(world.deps.db);
    expect(counts).toEqual({ "interventional-cardiology": 2, cardiology: 1 });
  });

  it("never count a job that is closed or past its end", async () => {
    expect(await countOpenJobs(world.deps.db)).toBe(2);
  });
});

describe("The newest jobs", () => {
  const titles = async (of: { specialty?: string; familyId?: string }, limit = 9) =>
    (await listNewestJobs(world.deps.db, { ...of, limit })).map(({ title }) => title);

  it("come newest first, open ones only", async () => {
    expect(await titles({})).toEqual(["Newest, one family", "Older, both families"]);
    expect(await titles({}, 1)).toEqual(["Newest, one family"]);
  });

  it("of a family hold those that ask for it or for one below it", async () => {
    expect(await titles({ familyId: "cpt-structural-septal" })).toEqual(["Older, both families"]);
    expect(await titles({ familyId: SECTION })).toHaveLength(2);
    expect(await titles({ familyId: "icd10cm" })).toEqual([]);
  });

  it("of a specialty hold those that name it first or besides", async () => {
    expect(await titles({ specialty: "cardiology" })).toEqual(["Older, both families"]);
    expect(await titles({ specialty: "dermatology" })).toEqual([]);
  });
});
