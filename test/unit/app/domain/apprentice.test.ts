import { describe, expect, it } from "vitest";
import { apprenticeStanding, parentOfApprentice } from "#app/domain/apprentice.ts";

const standing = (letterMonths: number, course = false, practicode = false) =>
  apprenticeStanding({ letterMonths, course, practicode });

describe("the way out of the apprenticeship", () => {
  it.each([
    [24, false, false],
    [12, true, false],
    [12, false, true],
    [0, true, true],
  ])("is complete with %i months of letters, course %s, Practicode %s", (...proof) => {
    expect(standing(...proof)).toMatchObject({ complete: true, monthsCounted: 24, missing: [] });
  });

  it.each([
    [23, false, false],
    [11, true, false],
    [11, false, true],
    [0, true, false],
    [0, false, false],
  ])("is not with %i months of letters, course %s, Practicode %s", (...proof) => {
    expect(standing(...proof).complete).toBe(false);
    expect(standing(...proof).missing.length).toBeGreaterThan(0);
  });

  it("says what counts and what is missing", () => {
    expect(standing(11, true)).toEqual({
      monthsCounted: 23,
      monthsNeeded: 24,
      complete: false,
      counts: ["Employment letters: 11 months.", "An 80-hour course: counts as one year."],
      missing: ["Letters for 1 month more, on letterhead, signed and dated.", "Or Practicode."],
    });
  });

  it("never counts below nothing or above what is needed", () => {
    expect(standing(-3).monthsCounted).toBe(0);
    expect(standing(90, true, true).monthsCounted).toBe(24);
  });

  it("leads to the credential without the -A", () => {
    expect(parentOfApprentice("CPC-A")).toBe("CPC");
    expect(parentOfApprentice("CPC")).toBeNull();
  });
});
