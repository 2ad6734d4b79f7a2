import { expect, it } from "vitest";
import { watchVersion } from "#app/server/public-version.ts";
import { LEASE_MS, type PublicVersion } from "#db/queries/public-version.ts";

/** A database whose answers come when told to, and a clock that stands still. */
function world() {
  const questions: ((answer: PublicVersion) => void)[] = [];
  const clock = { now: 1_000 };
  const versions = watchVersion(
    () => new Promise((resolve) => void questions.push(resolve)),
    () => clock.now,
  );
  const answer = async (given: PublicVersion) => {
    questions.shift()?.(given);
    await new Promise(setImmediate);
  };
  return { clock, versions, questions, answer };
}

it("tells a version without asking only while its lease lasts, counted from the question", async () => {
  const { clock, versions, answer } = world();
  expect(versions.known()).toBeNull();
  const read = versions.read();
  clock.now += LEASE_MS - 0.5;
  await answer({ version: "a", leased: true });
  expect(await read).toBe("a");
  expect(versions.known()).toBe("a");
  clock.now += 0.5;
  expect(versions.known()).toBeNull();
});

it("tells nothing without asking when no lease was given", async () => {
  const { versions, answer } = world();
  const read = versions.read();
  await answer({ version: "a", leased: false });
  expect(await read).toBe("a");
  expect(versions.known()).toBeNull();
});

it("asks once while many want it, and again before the lease is over", async () => {
  const { clock, versions, questions, answer } = world();
  const read = versions.read();
  await answer({ version: "a", leased: true });
  expect(await read).toBe("a");
  expect([versions.known(), versions.known(), questions.length]).toEqual(["a", "a", 0]);
  clock.now += LEASE_MS * 0.75;
  expect([versions.known(), versions.known(), questions.length]).toEqual(["a", "a", 1]);
  await answer({ version: "b", leased: true });
  clock.now += LEASE_MS * 0.5;
  expect(versions.known()).toBe("b");
});
