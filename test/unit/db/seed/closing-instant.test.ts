import { describe, expect, it } from "vitest";
import { closingInstant } from "#db/seed/closing-instant.ts";

describe("the end of a closing day", () => {
  it("is midnight in New York, in summer and in winter", () => {
    expect(closingInstant("2026-07-04").toISOString()).toBe("2026-07-05T04:00:00.000Z");
    expect(closingInstant("2026-12-31").toISOString()).toBe("2027-01-01T05:00:00.000Z");
  });

  it("is right on the days the clocks change", () => {
    expect(closingInstant("2026-03-08").toISOString()).toBe("2026-03-09T04:00:00.000Z");
    expect(closingInstant("2026-11-01").toISOString()).toBe("2026-11-02T05:00:00.000Z");
  });
});
