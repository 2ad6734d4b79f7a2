import { expect, test } from "vitest";
import { describeMiles, describePlace } from "#app/domain/job-place.ts";

const somewhere = { city: "Tampa", state: "FL", eligibleStates: ["FL"] };

test("A remote job says where its coder may live", () => {
  const states = ["FL", "GA", "NC", "SC", "TN", "TX", "OH", "PA"];
  expect(describePlace({ ...somewhere, workMode: "remote", eligibleStates: states })).toBe(
    "Remote, may live in 8 states",
  );
  expect(describePlace({ ...somewhere, workMode: "remote", eligibleStates: [] })).toBe("Remote");
});

test("A place is named with how often one has to be there", () => {
  expect(describePlace({ ...somewhere, workMode: "onsite" })).toBe("Tampa, FL, on site");
  expect(describePlace({ ...somewhere, workMode: "hybrid" })).toBe("Tampa, FL, hybrid");
  expect(describePlace({ ...somewhere, workMode: "remote-after-training" })).toBe(
    "Remote after training in Tampa, FL; may live in Florida",
  );
});

test("A job without a stated place still reads as a sentence", () => {
  expect(describePlace({ workMode: "onsite", city: null, state: null, eligibleStates: [] })).toBe(
    "On site",
  );
});

test("A distance is told in whole miles, one of them without an s", () => {
  expect([0.2, 1.3, 11.6].map(describeMiles)).toEqual(["less than a mile", "1 mile", "12 miles"]);
});
