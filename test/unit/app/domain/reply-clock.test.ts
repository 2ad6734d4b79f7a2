import { describe, expect, it } from "vitest";
import {
  isOverdue,
  NOT_ENOUGH,
  replyRecordSentence,
  replyRecordShort,
  replyTimeWords,
  responseRate,
} from "#app/domain/reply-clock.ts";

const DAY = 86_400;

describe("an employer's reply record", () => {
  it("says nothing below five counted applications, and always from five on", () => {
    expect(replyRecordSentence(null)).toBe(NOT_ENOUGH);
    const four = { counted: 4, answered: 4, medianSeconds: DAY };
    expect(responseRate(four)).toBeNull();
    expect(replyRecordSentence(four)).toBe(NOT_ENOUGH);
    expect(replyRecordShort(four)).toBe("Replies: not enough applications yet");
    expect(responseRate({ counted: 5, answered: 4, medianSeconds: DAY })).toBe(80);
  });

  it("rounds neither up to all nor down to none", () => {
    expect(responseRate({ counted: 1_000, answered: 999, medianSeconds: DAY })).toBe(99);
    expect(responseRate({ counted: 1_000, answered: 1, medianSeconds: DAY })).toBe(1);
    expect(responseRate({ counted: 8, answered: 8, medianSeconds: DAY })).toBe(100);
    expect(responseRate({ counted: 8, answered: 0, medianSeconds: null })).toBe(0);
  });

  it("is one sentence with the middle time", () => {
    expect(replyRecordSentence({ counted: 10, answered: 9, medianSeconds: 3 * DAY })).toBe(
      "Answers 90% of applications, half of them within about 3 days.",
    );
    expect(replyRecordSentence({ counted: 6, answered: 0, medianSeconds: null })).toBe(
      "Has answered none of its last 6 applications.",
    );
    expect(replyTimeWords(1_800)).toBe("within an hour");
    expect(replyTimeWords(5 * 3_600)).toBe("in about 5 hours");
  });
});

describe("the clock of one application", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const past = new Date("2026-11-20T12:00:00Z");
  const future = new Date("2026-11-22T12:00:00Z");

  it("is overdue once the day has passed, until somebody answers", () => {
    expect(isOverdue({ replyBy: past, firstReplyAt: null, unansweredAt: null }, now)).toBe(true);
    expect(isOverdue({ replyBy: past, firstReplyAt: now, unansweredAt: null }, now)).toBe(false);
    expect(isOverdue({ replyBy: future, firstReplyAt: null, unansweredAt: null }, now)).toBe(false);
    expect(isOverdue({ replyBy: null, firstReplyAt: null, unansweredAt: null }, now)).toBe(false);
  });
});
