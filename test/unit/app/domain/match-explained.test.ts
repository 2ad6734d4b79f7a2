import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchApplicant, MatchJob } from "#app/domain/match.ts";
import { tracePoints } from "#app/domain/match-points.ts";
import { raiseSteps, takeStep } from "#app/domain/match-raise.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { matchSentence } from "#app/domain/match-sentence.ts";
import { MATCH_WEIGHTS } from "#app/domain/match-weights.ts";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";

const now = new Date("2026-11-21T12:00:00Z");
const family = fc.constantFrom(
  ...CODE_FAMILIES.filter(({ parent }) => parent === "cpt-surgery-vascular").map(({ id }) => id),
  "cpt-surgery-vascular",
  "cpt-echo",
);
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 5 });
const codes = fc.constantFrom("CPC", "CPC-A", "CCS", "RHIT");
const job: fc.Arbitrary<MatchJob> = fc.record({
  requirements: fc.uniqueArray(
    fc.record({
      familyId: family,
      level: fc.constantFrom("must" as const, "nice" as const),
      minMonths: fc.integer({ min: 0, max: 240 }),
    }),
    { maxLength: 7, selector: (one) => one.familyId },
  ),
  credentialRule: some(some(codes)),
  preferredCredentials: some(codes),
  settings: some(fc.constantFrom("asc", "payer")),
  specialties: some(fc.constantFrom("cardiology", "urology")),
  workMode: fc.constant("remote"),
  eligibleStates: some(fc.constantFrom("OH", "TX")),
  experienceLevel: fc.option(fc.constantFrom("mid", "senior")),
  acceptsApprentices: fc.boolean(),
});
const applicant: fc.Arbitrary<MatchApplicant> = fc.record({
  experience: some(
    fc.record({
      familyId: family,
      months: fc.integer({ min: 0, max: 240 }),
      lastUsedOn: fc.option(fc.constantFrom("2015-01-01", "2024-06-01", "2026-10-01")),
      accuracyPercent: fc.constant(null),
      volume: fc.constant(null),
      volumeUnit: fc.constant(null),
    }),
  ),
  credentials: some(
    fc.record({
      code: codes,
      status: fc.constantFrom("verified" as const, "lapsed" as const),
      expiresOn: fc.constant(null),
    }),
  ),
  settings: some(fc.constantFrom("asc", "payer")),
  specialties: some(fc.constantFrom("cardiology", "urology")),
  state: fc.option(fc.constantFrom("OH", "TX")),
  eligibleStates: some(fc.constantFrom("OH", "TX")),
  experienceLevel: fc.option(fc.constantFrom("entry", "mid", "senior")),
});
const sum = (lines: Iterable<number>) => [...lines].reduce((all, one) => all + one, 0);
const holds = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 2_000 });

describe("the trace of a score", () => {
  it("sums exactly to what the score lacks, line by line and family by family", () => {
    holds(
      fc.property(job, applicant, (one, who) => {
        const match = scoreMatch(one, who, now);
        const traced = tracePoints(match);
        expect(sum(traced.map(({ lost }) => lost))).toBe(100 - match.score);
        for (const { lost, families } of traced) {
          expect(lost).toBeGreaterThanOrEqual(0);
          if (families.size > 0) expect(sum(families.values())).toBe(lost);
          for (const own of families.values()) expect(own).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("never takes a point off where nothing is lacking", () => {
    holds(
      fc.property(job, applicant, (one, who) => {
        const match = scoreMatch(one, who, now);
        const traced = new Map(tracePoints(match).map((line) => [line.aspect, line]));
        for (const { aspect, points, outOf, families = [] } of match.reasons) {
          const line = traced.get(aspect);
          if (!line) continue;
          if (points === outOf) expect(line.lost).toBe(0);
          for (const { familyId, share } of families) {
            if (share === 1) expect(line.families.get(familyId)).toBe(0);
          }
        }
      }),
    );
  });

  it("traces a match kept when every family weighed the same", () => {
    const kept = {
      score: 75,
      reasons: [
        {
          aspect: "must-families" as const,
          standing: "partly" as const,
          sentence: "",
          points: 75,
          outOf: 100,
          families: ["a", "b", "c", "d"].map((familyId) => ({
            familyId,
            label: "",
            range: "",
            system: "cpt",
            standing: "covered" as const,
            asked: "",
            have: "",
            share: familyId === "d" ? 0 : 1,
          })),
        },
      ],
    };
    const [line] = tracePoints(kept);
    expect(line?.lost).toBe(25);
    expect(line?.families.get("d")).toBe(25);
  });

  it("shares out a hundred points in the table of weights", () => {
    expect(sum(Object.values(MATCH_WEIGHTS).map(({ points }) => points))).toBe(100);
  });
});

describe("what would raise a score", () => {
  it("raises it by exactly the points it promises", () => {
    holds(
      fc.property(job, applicant, (one, who) => {
        const { score } = scoreMatch(one, who, now);
        for (const { step, points } of raiseSteps(one, who, now)) {
          expect(points).toBeGreaterThan(0);
          expect(scoreMatch(one, takeStep(who, step, now), now).score).toBe(score + points);
        }
      }),
    );
  });
});

describe("the match sentence", () => {
  it("quotes families whose labels have commas of their own", () => {
    const commas = CODE_FAMILIES.filter(({ label }) => label.includes(",")).slice(0, 2);
    const requirements = commas.map(({ id }) => ({
      familyId: id,
      level: "must" as const,
      minMonths: 12,
    }));
    const asked: MatchJob = {
      requirements,
      credentialRule: [],
      preferredCredentials: [],
      settings: [],
      specialties: [],
      workMode: "remote",
      eligibleStates: [],
      experienceLevel: null,
      acceptsApprentices: false,
    };
    const nobody: MatchApplicant = {
      experience: [],
      credentials: [],
      settings: [],
      specialties: [],
      state: null,
      eligibleStates: [],
      experienceLevel: null,
    };
    const [a, b] = commas.map(({ label }) => `“${label}”`);
    expect(matchSentence(scoreMatch(asked, nobody, now))).toContain(`${a} and ${b} missing`);
  });
});
