import { describe, expect, it } from "vitest";
import { isRepost, type Opening } from "#app/domain/repost.ts";

const ended: Opening = {
  title: "ED Coder",
  specialty: "emergency-medicine",
  workMode: "onsite",
  city: "Tampa",
  state: "FL",
};

describe("a repost", () => {
  it.each([
    ["the same title and place", { title: " ed  coder" }, false, true],
    ["another title in the same place, not copied", { title: "Night coder" }, false, false],
    ["another title in the same place, copied", { title: "Night coder" }, true, true],
    ["the same title elsewhere, not copied", { city: "Miami" }, false, false],
    ["the same title elsewhere, copied", { city: "Miami" }, true, true],
    ["another title elsewhere, copied", { title: "Night coder", city: "Miami" }, true, false],
    ["another specialty, copied", { specialty: "oncology" }, true, false],
  ] as const)("of %s", (_case, change, copied, expected) => {
    expect(isRepost({ ...ended, ...change }, ended, { copied })).toBe(expected);
  });
});
