import { describe, expect, it } from "vitest";
import { findPlace } from "#app/features/jobs/find-place.server.ts";

const place = (city: string, state: string | null, zip = "") => findPlace({ city, state, zip });

describe("finding a place offline", () => {
  it("knows a ZIP code and its city", () => {
    expect(place("", null, "33602")).toMatchObject({ city: "Tampa", state: "FL", zip: "33602" });
    expect(place("", "FL", "33602-1234")).toMatchObject({ zip: "33602" });
    expect(place("", null, "00901")).toMatchObject({ state: "PR" });
  });

  it("keeps the writer's own name for the city of a ZIP code", () => {
    expect(place("Ybor City", "FL", "33605")).toMatchObject({ city: "Ybor City" });
  });

  it.each([
    ["St. Louis", "MO"],
    ["saint louis", "MO"],
    ["Winston-Salem", "NC"],
    ["O'Fallon", "MO"],
    ["Ft. Worth", "TX"],
    ["Washington", "DC"],
  ])("knows %s, %s", (city, state) => {
    expect(place(city, state)).toMatchObject({ city, state, zip: null });
  });

  it("puts a city in the middle of its ZIP codes", () => {
    const tampa = place("Tampa", "FL");
    expect(tampa?.latitude).toBeCloseTo(28, 0);
    expect(tampa?.longitude).toBeCloseTo(-82.5, 0);
  });

  it.each([
    ["Tampa", "GA", ""],
    ["Tampa", null, ""],
    ["", "GA", "33602"],
    ["", null, "99999"],
    ["", null, "A1A1A"],
    ["Atlantis", "FL", ""],
    ["", "FL", ""],
  ])("does not know %j in %j with ZIP %j", (city, state, zip) => {
    expect(place(city, state, zip)).toBeNull();
  });
});
