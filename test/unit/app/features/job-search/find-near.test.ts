import { describe, expect, it } from "vitest";
import { findNear } from "#app/features/job-search/find-near.server.ts";

describe("A place to search near", () => {
  const rows: [typed: string, label: string | null][] = [
    ["Tampa, FL", "Tampa, FL"],
    ["tampa fl", "Tampa, FL"],
    ["tampa florida", "Tampa, FL"],
    ["Tampa", "Tampa, FL"],
    ["33602", "Tampa, FL"],
    ["Tampa, FL 33602", "Tampa, FL"],
    ["33602-1234", "Tampa, FL"],
    ["St. Louis, MO", "Saint Louis, MO"],
    ["Winston-Salem, NC", "Winston Salem, NC"],
    ["Portland", "Portland, OR"],
    ["portland, me", "Portland, ME"],
    ["NYC", "New York, NY"],
    ["west virginia", null],
    ["charleston west virginia", "Charleston, WV"],
    ["Nowheresville", null],
    ["99999", null],
    ["Saskatoon", null],
    ["__proto__", null],
    ["", null],
  ];
  for (const [typed, label] of rows) {
    it(`reads “${typed}” as ${label}`, async () => {
      expect((await findNear(typed))?.label ?? null).toBe(label);
    });
  }

  it("knows where it is", async () => {
    expect(await findNear("Tampa")).toMatchObject({
      latitude: expect.closeTo(28, 0),
      longitude: expect.closeTo(-82.4, 0),
    });
  });
});
