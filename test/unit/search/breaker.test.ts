import { describe, expect, it } from "vitest";
import { createBreaker } from "#search/breaker.ts";

function breakerAt() {
  let at = 0;
  const breaker = createBreaker({ failures: 5, windowMs: 10_000, restMs: 10_000, now: () => at });
  return { breaker, wait: (ms: number) => (at += ms) };
}

const fail = (breaker: { failed(): void }, times: number) => {
  for (let time = 0; time < times; time += 1) breaker.failed();
};

describe("The breaker", () => {
  it("opens after five failures within ten seconds, not before", () => {
    const { breaker } = breakerAt();
    fail(breaker, 4);
    expect(breaker.allows()).toBe(true);
    fail(breaker, 1);
    expect(breaker.allows()).toBe(false);
  });

  it("forgets failures older than that", () => {
    const { breaker, wait } = breakerAt();
    fail(breaker, 4);
    wait(10_001);
    fail(breaker, 4);
    expect(breaker.allows()).toBe(true);
  });

  it("lets one trial through after ten seconds, and closes when it works", () => {
    const { breaker, wait } = breakerAt();
    fail(breaker, 5);
    wait(10_000);
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.succeeded();
    expect(breaker.allows()).toBe(true);
  });

  it("rests again when the trial fails", () => {
    const { breaker, wait } = breakerAt();
    fail(breaker, 5);
    wait(10_000);
    breaker.allows();
    breaker.failed();
    expect(breaker.allows()).toBe(false);
    wait(10_000);
    expect(breaker.allows()).toBe(true);
  });
});
