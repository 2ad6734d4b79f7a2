import { describe, expect, it } from "vitest";
import { replySentence } from "#app/features/applications/reply-promise.ts";

const now = new Date("2026-11-21T12:00:00Z");
const say = (values: Partial<Parameters<typeof replySentence>[0]>) =>
  replySentence(
    { stage: "submitted", replyBy: null, firstReplyAt: null, unansweredAt: null, ...values },
    now,
  );

describe("the reply promise", () => {
  it("names its day, and says when that has passed without an answer", () => {
    expect(say({ replyBy: new Date("2026-12-03T12:00:00Z") })).toBe(
      "The employer promised to answer by December 3, 2026.",
    );
    expect(say({ replyBy: new Date("2026-11-20T12:00:00Z") })).toContain(
      "Unanswered: the employer promised to answer by November 20, 2026 and has not.",
    );
  });

  it("gives way to the answer", () => {
    const replyBy = new Date("2026-11-20T12:00:00Z");
    expect(say({ replyBy, firstReplyAt: new Date("2026-11-19T12:00:00Z") })).toBe(
      "The employer answered on November 19, 2026.",
    );
  });

  it("says that there is none only while an answer is awaited", () => {
    expect(say({})).toContain("has not named a day");
    expect(say({ stage: "interview" })).toBe("");
    expect(say({ stage: "withdrawn", replyBy: now })).toBe("");
  });
});
