import { describe, expect, it } from "vitest";
import { knownPlaces } from "#app/features/job-search/find-near.server.ts";
import { countPlaces, placeList } from "#app/platform/place-list.server.ts";

describe("The list of US places", () => {
  it("is the same where it was built as where it is counted", () => {
    const counted = countPlaces();
    expect(placeList()).toEqual(JSON.parse(JSON.stringify(counted)));
    expect(counted.zips.length).toBeGreaterThan(40_000);
    const zips = counted.cities.map(([, , , , count]) => count);
    expect(zips).toEqual(zips.toSorted((a, b) => b - a));
    expect(zips.reduce((sum, count) => sum + count, 0)).toBe(counted.zips.length);
  });

  it("knows the largest city of a name, and a city by its state", async () => {
    const { city, cityIn, isZip } = await knownPlaces();
    expect(city("portland")?.label).toBe("Portland, OR");
    expect(cityIn("portland", "ME")?.label).toBe("Portland, ME");
    expect(isZip("33602")).toBe(true);
    expect(isZip("00000")).toBe(false);
  });
});
