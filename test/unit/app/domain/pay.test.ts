import { describe, expect, it } from "vitest";
import { formatHourlyEquivalent, hourlyRange, type Pay, piecesAnHour } from "#app/domain/pay.ts";

const byChart = (more: Partial<Pay>): Pay => ({
  type: "per-chart",
  min: 0.95,
  max: 1.25,
  guaranteedHourly: null,
  ...more,
});

describe("Pay by the piece", () => {
  it("brings in an hour what the job's own target does, in whatever unit it is stated", () => {
    const read = (unit: string, target: number) => piecesAnHour("per-chart", { unit, target });
    expect(read("charts-per-hour", 20)).toBe(20);
    expect(read("charts-per-day", 160)).toBe(20);
    expect(read("minutes-per-chart", 3)).toBe(20);
    expect(hourlyRange(byChart({ perHour: 20 }))).toEqual({ min: 19, max: 25 });
    expect(formatHourlyEquivalent(byChart({ perHour: 20 }))).toBe(
      "about $19–$25 an hour at 20 charts an hour",
    );
  });

  it("is never less than what is guaranteed", () => {
    expect(hourlyRange(byChart({ perHour: 20, guaranteedHourly: 22 }))).toEqual({
      min: 22,
      max: 25,
    });
  });

  it("assumes nothing where the job states no target, or one of something else", () => {
    expect(piecesAnHour("per-chart", { unit: "pages-per-hour", target: 60 })).toBeNull();
    expect(piecesAnHour("hourly", { unit: "charts-per-hour", target: 20 })).toBeNull();
    expect(piecesAnHour("per-chart", { unit: "charts-per-hour", target: null })).toBeNull();
    expect(piecesAnHour("per-chart", { unit: "charts-per-hour", target: 2_000 })).toBeNull();
    expect(hourlyRange(byChart({}))).toBeNull();
    expect(formatHourlyEquivalent(byChart({ guaranteedHourly: 22 }))).toBe("at least $22 an hour");
  });
});
