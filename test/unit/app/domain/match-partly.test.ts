import { describe, expect, it } from "vitest";
import type { MatchApplicant, MatchJob } from "#app/domain/match.ts";
import { COUNTED_IN_PART } from "#app/domain/match-partly.ts";
import { scoreMatch } from "#app/domain/match-score.ts";

const NOW = new Date("2026-11-21T00:00:00Z");
const job = (familyId: string): MatchJob => ({
  requirements: [{ familyId, level: "must", minMonths: 24 }],
  credentialRule: [],
  preferredCredentials: [],
  settings: [],
  specialties: [],
  workMode: "remote",
  eligibleStates: [],
  experienceLevel: null,
  acceptsApprentices: false,
});
const coder = (familyId: string, months: number, lastUsedOn: string | null): MatchApplicant => ({
  experience: [
    { familyId, months, lastUsedOn, accuracyPercent: null, volume: null, volumeUnit: null },
  ],
  credentials: [],
  settings: [],
  specialties: [],
  state: null,
  eligibleStates: [],
  experienceLevel: null,
});
/** How far a profile counts toward the one family asked, in percent. */
const counted = (asked: string, has: MatchApplicant) =>
  Math.round(100 * (scoreMatch(job(asked), has, NOW).reasons[0]?.families?.[0]?.share ?? 0));
const worth = (id: string) => COUNTED_IN_PART.find((one) => one.id === id)?.worth;

// The page that explains the score must not say another figure than the score uses.
describe("what counts in part", () => {
  const family = "cpt-coronary-intervention";
  it.each([
    ["months", counted(family, coder(family, 12, "2026-10-01")), "half", 50],
    ["recent", counted(family, coder(family, 24, null)), "Half", 50],
    ["section", counted(family, coder("cpt-medicine-cardiovascular", 24, "2026-10-01")), "75%", 75],
    ["system", counted(family, coder("cpt", 24, "2026-10-01")), "25%", 25],
    ["breadth", counted("cpt-medicine-cardiovascular", coder(family, 24, "2026-10-01")), "70%", 70],
  ])("is told as it is scored: %s", (id, scored, words, percent) => {
    expect(scored).toBe(percent);
    expect(worth(id)).toContain(words);
  });

  it("tells each way once", () => {
    expect(new Set(COUNTED_IN_PART.map(({ id }) => id)).size).toBe(COUNTED_IN_PART.length);
  });
});
