import { expect, it } from "vitest";
import { countdownWords } from "#app/features/jobs/countdown-words.ts";

const now = new Date("2026-11-18T12:00:00Z");
const friday = new Date("2026-11-20T12:00:00Z");

it("counts down in days of the week, and names what is late first", () => {
  const countdown = { overdue: 0, soon: 3, nextReplyBy: friday, soonBy: friday };
  expect(countdownWords(countdown, now)).toBe("3 applications to answer by Friday");
  expect(countdownWords({ ...countdown, overdue: 1 }, now)).toBe(
    "1 application past the day you promised to answer by; 3 applications to answer by Friday",
  );
  expect(countdownWords({ ...countdown, soonBy: null }, now)).toBe(
    "3 applications to answer, the first by Friday",
  );
  const tomorrow = new Date("2026-11-19T01:00:00Z");
  expect(countdownWords({ overdue: 0, soon: 1, nextReplyBy: tomorrow, soonBy: null }, now)).toBe(
    "1 application to answer by tomorrow",
  );
  expect(countdownWords({ overdue: 0, soon: 0, nextReplyBy: null, soonBy: null }, now)).toBe("");
});
