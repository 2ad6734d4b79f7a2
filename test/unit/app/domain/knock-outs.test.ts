import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnockOutRule, lacksOf, possibleKnockOuts } from "#app/domain/knock-outs.ts";
import type { MatchApplicant } from "#app/domain/match.ts";
import type { Experience, Requirement } from "#app/domain/requirement.ts";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";

const NOW = new Date("2026-11-21T12:00:00Z");

const held = (code: string, expiresOn: string | null = null) => ({
  code,
  status: "self-reported" as const,
  expiresOn,
});
const coded = (familyId: string, months: number): Experience => ({
  familyId,
  months,
  lastUsedOn: null,
  accuracyPercent: null,
  volume: null,
  volumeUnit: null,
});
const must = (familyId: string, minMonths: number): Requirement => ({
  familyId,
  level: "must",
  minMonths,
});

const JOB = {
  credentialRule: [["RHIT", "CCS"], ["CPC"]],
  acceptsApprentices: false,
  eligibleStates: ["OH", "TX"],
  requirements: [must("cpt-coronary-intervention", 24)],
};
const PROFILE: Pick<MatchApplicant, "credentials" | "state" | "eligibleStates" | "experience"> = {
  credentials: [held("CPC")],
  state: "OH",
  eligibleStates: [],
  experience: [coded("cpt-coronary-intervention", 24)],
};
const all = (job = JOB): KnockOutRule[] => possibleKnockOuts(job).map(({ rule }) => rule);
const lacks = (profile: Partial<typeof PROFILE>, job: Partial<typeof JOB> = {}) => {
  const whole = { ...JOB, ...job };
  return lacksOf(
    { ...whole, knockOuts: { rules: all(whole), effect: "refuse" } },
    { ...PROFILE, ...profile },
    NOW,
  ).map(({ rule, has }) => [rule, has]);
};

describe("What a profile lacks", () => {
  it("is nothing when it meets every rule", () => {
    expect(lacks({})).toEqual([]);
  });

  it("names each rule it does not meet, and what the profile states", () => {
    expect(
      lacks({
        credentials: [held("CCS"), held("CPC", "2026-11-20")],
        state: "CA",
        experience: [coded("cpt-coronary-intervention", 23)],
      }),
    ).toEqual([
      ["credentials", "States CCS. No longer current: CPC."],
      ["state", "States California."],
      ["family:cpt-coronary-intervention", "States 1 year 11 months."],
    ]);
  });

  it("is nothing for a state one can also work from", () => {
    expect(lacks({ state: "CA", eligibleStates: ["TX"] })).toEqual([]);
  });

  it("counts an apprentice credential only where apprentices are taken", () => {
    const apprentice = { credentials: [held("CPC-A")] };
    expect(lacks(apprentice)).toHaveLength(1);
    expect(lacks(apprentice, { acceptsApprentices: true })).toEqual([]);
  });

  it("asks for some experience where no months are named", () => {
    const job = { requirements: [must("cpt-echo", 0)] };
    expect(lacks({}, job)).toEqual([["family:cpt-echo", "States no experience in it."]]);
    expect(lacks({ experience: [coded("cpt-echo", 1)] }, job)).toEqual([]);
  });

  it("counts a family's own parts and what it took over from, not the section above it", () => {
    const retired = CODE_FAMILIES.find(({ successor }) => successor !== null);
    const child = CODE_FAMILIES.find(({ id }) => id === "cpt-coronary-intervention");
    const section = child?.parent ?? "";
    const above = { requirements: [must(section, 12)] };
    expect(lacks({}, above)).toEqual([]);
    expect(lacks({ experience: [coded(section, 120)] })).toHaveLength(1);
    if (!retired?.successor) throw new Error("no retired family");
    const moved = { requirements: [must(retired.successor, 12)] };
    expect(lacks({ experience: [coded(retired.id, 12)] }, moved)).toEqual([]);
  });

  it("ignores rules the job does not state any more", () => {
    const knockOuts = {
      rules: ["state", "family:gone"] as KnockOutRule[],
      effect: "flag" as const,
    };
    const job = { ...JOB, eligibleStates: [], requirements: [], knockOuts };
    expect(lacksOf(job, { ...PROFILE, state: null }, NOW)).toEqual([]);
  });
});

const families = CODE_FAMILIES.slice(0, 60).map(({ id }) => id);
const experience = fc
  .tuple(fc.constantFrom(...families), fc.integer({ min: 0, max: 200 }))
  .map(([id, months]) => coded(id, months));
const requirement = fc
  .tuple(
    fc.constantFrom(...families),
    fc.constantFrom("must", "nice"),
    fc.integer({ min: 0, max: 90 }),
  )
  .map(([familyId, level, minMonths]) => ({ familyId, level, minMonths }) as Requirement);
const code = fc.constantFrom("CPC", "CPC-A", "CCS", "RHIT");
const state = fc.constantFrom("OH", "TX", "CA");
const job = fc.record({
  credentialRule: fc.array(fc.array(code, { maxLength: 2 }), { maxLength: 3 }),
  acceptsApprentices: fc.boolean(),
  eligibleStates: fc.array(state, { maxLength: 2 }),
  requirements: fc.array(requirement, { maxLength: 4 }),
});
const profile = fc.record({
  credentials: fc.array(
    code.map((one) => held(one)),
    { maxLength: 3 },
  ),
  state: fc.option(state),
  eligibleStates: fc.array(state, { maxLength: 2 }),
  experience: fc.array(experience, { maxLength: 5 }),
});

describe("Whatever the job and the profile", () => {
  const rulesLacked = (
    one: typeof JOB,
    who: typeof PROFILE,
    rules: KnockOutRule[] = all(one),
  ): string[] =>
    lacksOf({ ...one, knockOuts: { rules, effect: "flag" } }, who, NOW).map(({ rule }) => rule);

  it("more experience, a further credential or state never adds a lack", () => {
    fc.assert(
      fc.property(job, profile, experience, code, state, (one, who, more, extra, also) => {
        const richer = {
          ...who,
          experience: [...who.experience, more],
          credentials: [...who.credentials, held(extra)],
          eligibleStates: [...who.eligibleStates, also],
        };
        const before = rulesLacked(one, who);
        for (const rule of rulesLacked(one, richer)) expect(before).toContain(rule);
      }),
    );
  });

  it("switching a rule off takes away its own lack and no other", () => {
    fc.assert(
      fc.property(job, profile, fc.nat(), (one, who, n) => {
        const rules = all(one);
        const off = rules[n % Math.max(1, rules.length)];
        const left = rulesLacked(
          one,
          who,
          rules.filter((rule) => rule !== off),
        );
        expect(left).toEqual(rulesLacked(one, who).filter((rule) => rule !== off));
      }),
    );
  });

  it("a lack has words on both sides and a place to mend it", () => {
    fc.assert(
      fc.property(job, profile, (one, who) => {
        const knockOuts = { rules: all(one), effect: "flag" as const };
        for (const lack of lacksOf({ ...one, knockOuts }, who, NOW)) {
          expect(lack.asked).not.toBe("");
          expect(lack.has).toMatch(/\.$/);
          expect(["credentials-held", "location", "families"]).toContain(lack.section);
        }
      }),
    );
  });
});
