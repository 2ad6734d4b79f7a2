import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createTurns } from "#search/turns.ts";

it("runs so much at a time, in order, also after some of it failed", async () => {
  const inTurn = createTurns(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (number: number) => async () => {
    begun.push(number);
    running += 1;
    most = Math.max(most, running);
    await sleep(5);
    running -= 1;
    if (number % 2 === 0) throw new Error(`no ${number}`);
    return number;
  };
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((one) => inTurn(work(one))));
  expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
  expect(most).toBe(2);
  expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(await inTurn(async () => "still open")).toBe("still open");
});
