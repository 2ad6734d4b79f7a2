import { expect, test } from "vitest";
import { dateTimeWords, dateWords, relativeWords } from "#app/components/when-words.ts";

const now = new Date("2026-11-21T10:00:00Z");

test("Near days are said as people say them, far ones as dates", () => {
  expect(relativeWords("2026-11-21T01:00:00Z", now)).toBe("today");
  expect(relativeWords("2026-11-20T23:59:00Z", now)).toBe("yesterday");
  expect(relativeWords("2026-11-12", now)).toBe("9 days ago");
  expect(relativeWords("2026-11-24", now)).toBe("in 3 days");
  expect(relativeWords("2026-08-02", now)).toBe("August 2");
  expect(relativeWords("2025-08-02", now)).toBe("August 2, 2025");
});

test("A date carries its year unless it is this year's", () => {
  expect(dateWords("2026-12-03", now)).toBe("December 3");
  expect(dateWords("2027-01-03", now)).toBe("January 3, 2027");
  expect(dateWords("2026-12-03")).toBe("December 3, 2026");
});

test("The exact time names its zone; a calendar date has no time", () => {
  expect(dateTimeWords("2026-12-03T14:05:00Z")).toBe("December 3, 2026, 2:05 PM UTC");
  expect(dateTimeWords("2026-12-03")).toBe("December 3, 2026");
});
