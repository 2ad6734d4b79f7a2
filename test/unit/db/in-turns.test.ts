import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { inTurns } from "#db/in-turns.ts";

it("asks at once when nothing is under way", async () => {
  let asked = 0;
  const answer = inTurns(async () => ++asked);
  expect(await answer()).toBe(1);
  expect(await answer()).toBe(2);
});

it("asks once for all who wait, and never gives an answer asked for before the call", async () => {
  const started: number[] = [];
  const answer = inTurns(async () => {
    const at = started.push(performance.now());
    await sleep(5);
    return at;
  });
  const first = answer();
  const others = Promise.all([answer(), answer(), answer()]);
  expect(await first).toBe(1);
  expect(await others).toEqual([2, 2, 2]);
  expect(await answer()).toBe(3);
});

it("gives those who wait an answer of their own when the one under way fails", async () => {
  let asked = 0;
  const answer = inTurns(async () => {
    asked += 1;
    await sleep(1);
    if (asked === 1) throw new Error("away");
    return asked;
  });
  const first = answer();
  const second = answer();
  await expect(first).rejects.toThrow("away");
  expect(await second).toBe(2);
});
