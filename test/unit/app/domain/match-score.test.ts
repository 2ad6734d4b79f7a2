import { describe, expect, it } from "vitest";
import type { HeldCredential } from "#app/domain/credential-rule.ts";
import type { MatchApplicant, MatchAspect, MatchJob } from "#app/domain/match.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { familyStandings, matchSentence } from "#app/domain/match-sentence.ts";
import type { Experience, Requirement } from "#app/domain/requirement.ts";

const now = new Date("2026-11-21T12:00:00Z");

const must = (familyId: string, minMonths = 0): Requirement => ({
  familyId,
  level: "must",
  minMonths,
});
const nice = (familyId: string, minMonths = 0): Requirement => ({
  familyId,
  level: "nice",
  minMonths,
});
const did = (familyId: string, months: number, more: Partial<Experience> = {}): Experience => ({
  familyId,
  months,
  lastUsedOn: "2026-10-01",
  accuracyPercent: null,
  volume: null,
  volumeUnit: null,
  ...more,
});
const holds = (code: string, more: Partial<HeldCredential> = {}): HeldCredential => ({
  code,
  status: "verified",
  expiresOn: null,
  ...more,
});
const job = (more: Partial<MatchJob> = {}): MatchJob => ({
  requirements: [],
  credentialRule: [],
  preferredCredentials: [],
  settings: [],
  specialties: [],
  workMode: "remote",
  eligibleStates: [],
  experienceLevel: null,
  acceptsApprentices: false,
  ...more,
});
const coder = (more: Partial<MatchApplicant> = {}): MatchApplicant => ({
  experience: [],
  credentials: [],
  settings: [],
  specialties: [],
  state: null,
  eligibleStates: [],
  experienceLevel: null,
  ...more,
});
const reason = (aspect: MatchAspect, asked: MatchJob, has: MatchApplicant) => {
  const found = scoreMatch(asked, has, now).reasons.find((one) => one.aspect === aspect);
  if (!found) throw new Error(`no reason for ${aspect}`);
  return found;
};
const families = (requirements: Requirement[], experience: Experience[]) =>
  scoreMatch(job({ requirements }), coder({ experience }), now);

describe("must-have families", () => {
  it("covers what has the months asked, and names what is missing", () => {
    const match = families(
      [
        must("cpt-coronary-intervention", 36),
        must("cpt-cath-diagnostic", 36),
        must("cpt-structural-septal", 12),
        must("cpt-structural-paravalvular"),
      ],
      [
        did("cpt-coronary-intervention", 60, { accuracyPercent: 97 }),
        did("cpt-cath-diagnostic", 40),
        did("cpt-structural-septal", 12),
      ],
    );
    expect(match.score).toBe(55);
    expect(match.reasons[0]?.sentence).toBe(
      "Covers 3 of 4 must-have families; Paravalvular leak closure missing.",
    );
    expect(match.reasons[0]?.families?.[0]).toEqual({
      familyId: "cpt-coronary-intervention",
      label: "Coronary and vascular interventions (PCI)",
      range: "92920–92998",
      system: "cpt",
      standing: "covered",
      asked: "3 years",
      have: "5 years, 97%, last used October 2026",
      share: 1,
      lost: 0,
    });
  });

  it("takes off in proportion for fewer months", () => {
    expect(families([must("cpt-echo", 24)], [did("cpt-echo", 12)]).score).toBe(78);
  });

  it("takes five years in the chair as covering a demand for five", () => {
    expect(families([must("cpt-echo", 60)], [did("cpt-echo", 60)]).score).toBe(100);
  });

  it("counts years older than three half", () => {
    const stale = [did("cpt-echo", 60, { lastUsedOn: "2022-11-01" })];
    expect(families([must("cpt-echo", 36)], stale).score).toBe(93);
    const partlyStale = [did("cpt-echo", 36, { lastUsedOn: "2024-11-01" })];
    expect(families([must("cpt-echo", 36)], partlyStale).score).toBe(85);
  });

  it("counts undated months half, so that a date never costs a point", () => {
    expect(
      families([must("cpt-echo", 36)], [did("cpt-echo", 36, { lastUsedOn: null })]).score,
    ).toBe(78);
  });

  it("satisfies a section by any child, and gives more for more children", () => {
    const section = [must("cpt-medicine-cardiovascular", 12)];
    const one = families(section, [did("cpt-echo", 24)]);
    expect(one.reasons[0]?.standing).toBe("covered");
    expect(one.score).toBe(87);
    const two = families(section, [did("cpt-echo", 24), did("cpt-cath-diagnostic", 24)]);
    expect(two.score).toBe(93);
  });

  it("counts experience stated for a section partly towards a family in it", () => {
    const match = families([must("cpt-echo", 12)], [did("cpt-medicine-cardiovascular", 48)]);
    expect(match.score).toBe(89);
    expect(match.reasons[0]?.standing).toBe("partly");
    expect(families([must("cpt-echo", 12)], [did("cpt", 48)]).score).toBe(66);
  });

  it("takes a retired family as its successor's history, never as proof", () => {
    const asked = [must("cpt-vasc-leg-revasc", 24)];
    const legacy = did("cpt-vasc-leg-revasc-legacy", 84, { lastUsedOn: "2025-12-01" });
    const history = families(asked, [legacy]);
    expect(history.reasons[0]?.standing).toBe("partly");
    expect(history.score).toBe(78);
    expect(families(asked, [legacy, did("cpt-vasc-leg-revasc", 12)]).score).toBe(100);
  });

  it("does not count a sibling family", () => {
    const match = families([must("cpt-echo")], [did("cpt-cath-diagnostic", 120)]);
    expect(match.score).toBe(55);
    expect(match.reasons[0]?.families?.[0]?.have).toBe("none stated");
  });
});

describe("several must-have families", () => {
  it("take three quarters for the first lacking, and three quarters of the rest for each further one", () => {
    const asked = ["cpt-echo", "cpt-cath-diagnostic", "cpt-ecg"].map((id) => must(id));
    const lacks = (...ids: string[]) =>
      families(
        asked,
        ids.map((id) => did(id, 12)),
      ).score;
    expect(lacks("cpt-echo", "cpt-cath-diagnostic", "cpt-ecg")).toBe(100);
    expect(lacks("cpt-echo", "cpt-cath-diagnostic")).toBe(55);
    expect(lacks("cpt-echo")).toBe(44);
    expect(lacks()).toBe(41);
  });
});

describe("credentials", () => {
  const asked = job({ credentialRule: [["RHIT", "CCS"], ["CIC"]] });

  it("accepts any whole group of the rule", () => {
    expect(reason("credentials", asked, coder({ credentials: [holds("CIC")] })).sentence).toBe(
      "Holds CIC (verified). Asked: RHIT and CCS, or CIC.",
    );
  });

  it("takes off for what is lacking of the nearest group", () => {
    const none = reason("credentials", asked, coder());
    const half = reason("credentials", asked, coder({ credentials: [holds("RHIT")] }));
    // The nearest way for either is one credential more.
    expect(none).toMatchObject({ points: 0, outOf: 7.5, standing: "missing" });
    expect(half).toMatchObject({ points: 0, outOf: 7.5, standing: "partly" });
    const both = job({ credentialRule: [["RHIT", "CCS"]] });
    expect(reason("credentials", both, coder()).outOf).toBeCloseTo(9.375);
    const one = reason("credentials", both, coder({ credentials: [holds("RHIT")] }));
    expect(one.points).toBeCloseTo(1.875);
  });

  it("does not let an apprentice silently satisfy CPC required", () => {
    const has = coder({ credentials: [holds("CPC-A")] });
    const strict = reason("credentials", job({ credentialRule: [["CPC"]] }), has);
    expect(strict.standing).toBe("missing");
    expect(strict.sentence).toContain("CPC-A does not count as CPC");
    const open = job({ credentialRule: [["CPC"]], acceptsApprentices: true });
    expect(reason("credentials", open, has).standing).toBe("covered");
  });

  it("does not count a lapsed, revoked or expired credential", () => {
    for (const dead of [
      holds("CPC", { status: "lapsed" }),
      holds("CPC", { status: "revoked" }),
      holds("CPC", { expiresOn: "2026-11-20" }),
    ]) {
      const found = reason(
        "credentials",
        job({ credentialRule: [["CPC"]] }),
        coder({ credentials: [dead] }),
      );
      expect(found.standing).toBe("missing");
      expect(found.sentence).toMatch(/CPC is (revoked|no longer current)/);
    }
  });

  it("counts a credential on the very day it expires", () => {
    const has = coder({ credentials: [holds("CPC", { expiresOn: "2026-11-21" })] });
    expect(scoreMatch(job({ credentialRule: [["CPC"]] }), has, now).score).toBe(100);
  });

  it("gives a preferred credential the smaller part", () => {
    const wish = job({ credentialRule: [["CPC"]], preferredCredentials: ["CIRCC"] });
    expect(scoreMatch(wish, coder({ credentials: [holds("CPC")] }), now).score).toBe(98);
  });
});

describe("the other aspects", () => {
  it("looks at the home state first, and at other states half", () => {
    const asked = job({ eligibleStates: ["OH", "TX"] });
    expect(scoreMatch(asked, coder({ state: "OH" }), now).score).toBe(100);
    expect(scoreMatch(asked, coder({ state: "CA", eligibleStates: ["TX"] }), now).score).toBe(96);
    expect(reason("state", asked, coder({ state: "CA" })).sentence).toBe(
      "Lives in California; this job is open to Ohio and Texas.",
    );
  });

  it("asks one step below the level for half", () => {
    const asked = job({ experienceLevel: "senior" });
    expect(scoreMatch(asked, coder({ experienceLevel: "expert" }), now).score).toBe(100);
    expect(scoreMatch(asked, coder({ experienceLevel: "mid" }), now).score).toBe(98);
    expect(scoreMatch(asked, coder({ experienceLevel: "entry" }), now).score).toBe(96);
  });

  it("names the setting and the specialty that are not stated", () => {
    const asked = job({ settings: ["asc"], specialties: ["cardiology"] });
    expect(reason("setting", asked, coder({ settings: ["asc"] })).sentence).toBe(
      "Knows Ambulatory surgery center; not stated: Cardiology.",
    );
  });

  it("takes nothing off for what is not asked", () => {
    const match = scoreMatch(job(), coder(), now);
    expect(match.score).toBe(100);
    expect(match.reasons.every(({ standing }) => standing === "not-asked")).toBe(true);
    expect(families([must("cpt-echo")], [did("cpt-echo", 1)]).score).toBe(100);
  });
});

describe("in words", () => {
  it("says what the families say, and what else stands in the way", () => {
    const match = scoreMatch(
      job({ requirements: [must("cpt-echo")], credentialRule: [["CPC"]], eligibleStates: ["OH"] }),
      coder({ experience: [did("cpt-echo", 12)], state: "OH" }),
      now,
    );
    expect(matchSentence(match)).toBe(
      "Covers the one must-have family. Holds none of the credentials asked. Asked: CPC.",
    );
  });

  it("tells each family's standing by its id", () => {
    const match = families([must("cpt-echo"), nice("cpt-nuclear")], [did("cpt-echo", 12)]);
    expect(familyStandings(match).get("cpt-echo")?.standing).toBe("covered");
    expect(familyStandings(match).get("cpt-nuclear")?.standing).toBe("missing");
  });
});
