import { describe, expect, it } from "vitest";
import { readProfile, readProfileSnapshot } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

describe("a profile on record", () => {
  it("is read whole in one query, dates as days and figures as numbers", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db, {
      experience: [{ accuracyPercent: 97.5, volume: 46, volumeUnit: "charts-per-day" }],
    });
    const { profile, version, draft } = await readProfile(db, user.id);
    expect(version).toBe(1);
    expect(draft).toBeNull();
    expect(profile.experience).toEqual([
      {
        familyId: "cpt-coronary-intervention",
        months: 36,
        lastUsedOn: "2026-10-01",
        accuracyPercent: 97.5,
        volume: 46,
        volumeUnit: "charts-per-day",
      },
    ]);
    expect(profile.credentials).toEqual([
      {
        code: "CPC",
        issuer: "",
        number: "",
        earnedOn: null,
        expiresOn: null,
        status: "self-reported",
        verifiedOn: null,
      },
    ]);
  });

  it("is empty, not missing, for an applicant who never saved", async () => {
    const user = await makeUser(world.deps.db);
    const { profile, version } = await readProfile(world.deps.db, user.id);
    expect(version).toBe(0);
    expect(profile.experience).toEqual([]);
    expect(await readProfileSnapshot(world.deps.db, user.id)).toMatchObject({
      name: user.name,
      email: user.email,
      headline: "",
    });
  });

  it("has no snapshot for an unknown user", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(await readProfileSnapshot(world.deps.db, nobody)).toBeNull();
  });
});
