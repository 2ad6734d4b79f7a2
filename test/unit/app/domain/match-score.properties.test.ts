import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchApplicant, MatchJob } from "#app/domain/match.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { MATCH_WEIGHTS } from "#app/domain/match-weights.ts";
import type { Experience, Requirement } from "#app/domain/requirement.ts";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";

// A small corner of the tree, so that requirements and experience meet: a section, its families, the root, a
// retired family and its successor, and an id the taxonomy does not hold.
const CORNER = [
  ...CODE_FAMILIES.filter(
    ({ parent, id }) => parent === "cpt-surgery-vascular" || id === "cpt-surgery-vascular",
  ).map(({ id }) => id),
  "cpt",
  "cpt-echo",
  "no-such-family",
];
const family = fc.constantFrom(...CORNER);
const months = fc.integer({ min: 0, max: 720 });
const day = fc
  .tuple(fc.integer({ min: 2005, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-01`);
const experience: fc.Arbitrary<Experience> = fc.record({
  familyId: family,
  months,
  lastUsedOn: fc.option(day),
  accuracyPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  volume: fc.constant(null),
  volumeUnit: fc.constant(null),
});
const requirement: fc.Arbitrary<Requirement> = fc.record({
  familyId: family,
  level: fc.constantFrom("must" as const, "nice" as const),
  minMonths: fc.integer({ min: 0, max: 240 }),
});
const codes = fc.constantFrom("CPC", "CPC-A", "CCS", "RHIT", "CIRCC");
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 5 });
const level = fc.option(fc.constantFrom("apprentice", "entry", "mid", "senior", "expert", "??"));
const states = some(fc.constantFrom("OH", "TX", "CA", "PR"));
const job: fc.Arbitrary<MatchJob> = fc.record({
  requirements: fc.uniqueArray(requirement, { maxLength: 6, selector: (one) => one.familyId }),
  credentialRule: some(some(codes)),
  preferredCredentials: some(codes),
  settings: some(fc.constantFrom("asc", "payer")),
  specialties: some(fc.constantFrom("cardiology", "urology")),
  workMode: fc.constantFrom("remote", "onsite"),
  eligibleStates: states,
  experienceLevel: level,
  acceptsApprentices: fc.boolean(),
});
const applicant: fc.Arbitrary<MatchApplicant> = fc.record({
  experience: some(experience),
  credentials: some(
    fc.record({
      code: codes,
      status: fc.constantFrom("self-reported" as const, "verified" as const, "lapsed" as const),
      expiresOn: fc.option(day),
    }),
  ),
  settings: some(fc.constantFrom("asc", "payer")),
  specialties: some(fc.constantFrom("cardiology", "urology")),
  state: fc.option(fc.constantFrom("OH", "TX", "CA", "PR")),
  eligibleStates: states,
  experienceLevel: level,
});
const now = new Date("2026-11-21T12:00:00Z");
const score = (one: MatchJob, who: MatchApplicant) => scoreMatch(one, who, now).score;
const holds = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 2_000 });

describe("the match score", () => {
  it("is a whole number from 0 to 100: 100 without what its reasons take off", () => {
    holds(
      fc.property(job, applicant, (one, who) => {
        const match = scoreMatch(one, who, now);
        expect(Number.isInteger(match.score)).toBe(true);
        expect(match.score).toBeGreaterThanOrEqual(0);
        expect(match.score).toBeLessThanOrEqual(100);
        const lost = match.reasons.reduce((sum, { points, outOf }) => sum + outOf - points, 0);
        expect(Math.abs(match.score - (100 - lost))).toBeLessThanOrEqual(0.500001);
        for (const { points, outOf, standing, aspect } of match.reasons) {
          expect(points).toBeGreaterThanOrEqual(-1e-9);
          expect(points).toBeLessThanOrEqual(outOf + 1e-9);
          expect(outOf).toBeLessThanOrEqual(MATCH_WEIGHTS[aspect].points);
          if (standing === "not-asked") expect(outOf).toBe(0);
        }
      }),
    );
  });

  it("is the same every time", () => {
    holds(
      fc.property(job, applicant, (one, who) => {
        expect(scoreMatch(one, who, now)).toEqual(scoreMatch(one, who, now));
      }),
    );
  });

  it("does not depend on the order of requirements or experience", () => {
    holds(
      fc.property(job, applicant, (one, who) => {
        const turned = {
          ...who,
          experience: who.experience.toReversed(),
          credentials: who.credentials.toReversed(),
        };
        const turnedJob = { ...one, requirements: one.requirements.toReversed() };
        expect(score(turnedJob, turned)).toBe(score(one, who));
      }),
    );
  });

  it("is never lowered by another experience", () => {
    holds(
      fc.property(job, applicant, experience, (one, who, extra) => {
        const more = { ...who, experience: [...who.experience, extra] };
        expect(score(one, more)).toBeGreaterThanOrEqual(score(one, who));
      }),
    );
  });

  it("is never lowered by more months or by a date stated or later", () => {
    holds(
      fc.property(job, applicant, months, day, (one, who, extra, until) => {
        const longer = who.experience.map((entry) => ({
          ...entry,
          months: entry.months + extra,
          lastUsedOn: entry.lastUsedOn && entry.lastUsedOn > until ? entry.lastUsedOn : until,
        }));
        expect(score(one, { ...who, experience: longer })).toBeGreaterThanOrEqual(score(one, who));
      }),
    );
  });

  it("is never lowered by asking fewer months", () => {
    holds(
      fc.property(job, applicant, fc.nat(240), (one, who, fewer) => {
        const easier = one.requirements.map((asked) => ({
          ...asked,
          minMonths: Math.min(asked.minMonths, fewer),
        }));
        expect(score({ ...one, requirements: easier }, who)).toBeGreaterThanOrEqual(
          score(one, who),
        );
      }),
    );
  });

  it("is never lowered by dropping any requirement, met or not", () => {
    holds(
      fc.property(job, applicant, fc.nat(), (one, who, pick) => {
        fc.pre(one.requirements.length > 0);
        const index = pick % one.requirements.length;
        const without = { ...one, requirements: one.requirements.toSpliced(index, 1) };
        expect(score(without, who)).toBeGreaterThanOrEqual(score(one, who));
      }),
    );
  });

  it("is never lowered by dropping anything else a job asks, met or not", () => {
    holds(
      fc.property(job, applicant, fc.nat(), fc.nat(), (one, who, pick, member) => {
        const group = one.credentialRule[pick % Math.max(1, one.credentialRule.length)] ?? [];
        const shorter = group.toSpliced(member % Math.max(1, group.length), 1);
        const easier: Partial<MatchJob>[] = [
          { credentialRule: [] },
          { preferredCredentials: [] },
          { settings: [] },
          { specialties: [] },
          { eligibleStates: [] },
          { experienceLevel: null },
          { acceptsApprentices: true },
          // One credential of a group that asks for several together.
          ...(shorter.length > 0
            ? [{ credentialRule: one.credentialRule.map((own) => (own === group ? shorter : own)) }]
            : []),
        ];
        for (const change of easier) {
          expect(score({ ...one, ...change }, who)).toBeGreaterThanOrEqual(score(one, who));
        }
      }),
    );
  });

  it("answers something for any rubbish", () => {
    holds(
      fc.property(job, applicant, fc.double(), fc.string(), (one, who, number, text) => {
        const weird = {
          ...who,
          state: text,
          experienceLevel: text,
          experience: who.experience.map((entry) => ({
            ...entry,
            months: number,
            lastUsedOn: text,
          })),
        };
        const odd = {
          ...one,
          requirements: one.requirements.map((asked) => ({ ...asked, minMonths: number })),
        };
        for (const when of [now, new Date(Number.NaN), new Date(8.64e15)]) {
          const { score: got } = scoreMatch(odd, weird, when);
          expect(got >= 0 && got <= 100).toBe(true);
        }
      }),
    );
  });
});
