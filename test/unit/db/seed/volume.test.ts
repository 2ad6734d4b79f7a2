import { describe, expect, it } from "vitest";
import { findFamily } from "#app/domain/taxonomy/code-families.ts";
import { US_STATES } from "#app/domain/vocabulary.ts";
import { volumeApplicant } from "#db/seed/volume/applicant-rows.ts";
import { employerRow } from "#db/seed/volume/employer-rows.ts";
import { volumeJob } from "#db/seed/volume/job-rows.ts";
import { createRandom } from "#db/seed/volume/random.ts";

const now = new Date("2026-11-21T00:00:00Z");
const JOBS = Array.from({ length: 3_000 }, (_, index) => volumeJob(index, now));

describe("volume data", () => {
  it("is the same on every run", () => {
    for (const index of [0, 17, 2_999]) {
      expect(volumeJob(index, now)).toEqual(JOBS[index]);
      expect(employerRow(index, now)).toEqual(employerRow(index, now));
      const given = { now, passwordHash: "x" };
      expect(volumeApplicant(index, given)).toEqual(volumeApplicant(index, given));
    }
  });

  it("gives every job a slug and an id of its own", () => {
    expect(new Set(JOBS.map(({ job }) => job.slug)).size).toBe(JOBS.length);
    expect(new Set(JOBS.map(({ job }) => job.id)).size).toBe(JOBS.length);
  });

  it("asks only for families the taxonomy holds, each once, and at least one as a must", () => {
    for (const { requirements } of JOBS) {
      const ids = requirements.map(({ familyId }) => familyId ?? "");
      expect(ids.every((id) => findFamily(id) !== null)).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      expect(requirements[0]?.level).toBe("must");
    }
  });

  it("meets every state, work mode and most specialties", () => {
    const distinct = (pick: (row: (typeof JOBS)[number]) => unknown) =>
      new Set(JOBS.map(pick)).size;
    expect(distinct(({ job }) => job.state)).toBe(US_STATES.length);
    expect(distinct(({ job }) => job.workMode)).toBe(4);
    expect(distinct(({ job }) => job.specialty)).toBeGreaterThan(55);
    expect(distinct(({ job }) => job.title)).toBeGreaterThan(800);
  });

  it("states pay the right way round and closes every job later than it was posted", () => {
    for (const { job } of JOBS) {
      expect(job.payMin).toBeLessThanOrEqual(job.payMax ?? 0);
      expect(job.expiresAt?.getTime()).toBeGreaterThan(now.getTime());
      expect(job.publishedAt?.getTime()).toBeLessThan(now.getTime());
    }
  });
});

describe("seeded randomness", () => {
  it("depends on the key alone", () => {
    const draw = (key: string) => {
      const random = createRandom(key);
      return [random.whole(1, 1_000_000), random.fraction(), random.pick("abcdef".split(""))];
    };
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  it("weighs what it picks", () => {
    const random = createRandom("weights");
    const drawn = Array.from({ length: 2_000 }, () =>
      random.weigh([
        ["rare", 1],
        ["common", 9],
      ]),
    );
    const rare = drawn.filter((value) => value === "rare").length;
    expect(rare).toBeGreaterThan(130);
    expect(rare).toBeLessThan(270);
  });
});
