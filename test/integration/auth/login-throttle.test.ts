import { describe, expect, it } from "vitest";
import { type Limit, returnAttempt, spendAttempt } from "#app/auth/login-throttle.server.ts";
import { createDb } from "#db/client.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

async function spendMany(
  times: number,
  limit: Limit,
  counted: (index: number) => Parameters<typeof spendAttempt>[2],
): Promise<number> {
  const tries = Array.from({ length: times }, (_, index) =>
    spendAttempt(world.deps, limit, counted(index)),
  );
  const results = await Promise.allSettled(tries);
  return results.filter(({ status }) => status === "fulfilled").length;
}

describe("a throttle", () => {
  it("lets exactly its number through, however many come at once", async () => {
    expect(await spendMany(50, "login-account", () => ({ account: "ada@example.org" }))).toBe(10);
  });

  it("counts an address whatever its letter case, and keeps only its hash", async () => {
    await spendMany(10, "login-account", () => ({ account: "Grace@example.org" }));
    const again = spendAttempt(world.deps, "login-account", { account: " grace@EXAMPLE.org" });
    await expect(again).rejects.toMatchObject({ code: "too-many-attempts" });
    const rows = await world.deps.db
      .withTables<{ throttles: { key: string } }>()
      .selectFrom("throttles")
      .select("key")
      .execute();
    expect(rows.some(({ key }) => /grace/i.test(key))).toBe(false);
  });

  it("counts the whole /64 of an IPv6 customer as one", async () => {
    const ip = (index: number) => ({ ip: `2001:db8:0:7::${index.toString(16)}` });
    expect(await spendMany(70, "login-ip", ip)).toBe(50);
    await spendAttempt(world.deps, "login-ip", { ip: "2001:db8:0:8::1" });
  });

  it("says how long to wait", async () => {
    await spendMany(5, "mail-account", () => ({ account: "wait@example.org" }));
    const sixth = spendAttempt(world.deps, "mail-account", { account: "wait@example.org" });
    await expect(sixth).rejects.toThrow(/Wait 30 minutes/);
  });

  it("gets back the attempt of a right password", async () => {
    const ada = { account: "back@example.org" };
    for (let round = 0; round < 60; round += 1) {
      await spendAttempt(world.deps, "login-account", ada);
      await returnAttempt(world.deps, "login-account", ada);
    }
  });

  it("still counts, for this process alone, when the database is gone", async () => {
    const db = createDb({ url: "postgres://nobody@127.0.0.1:1/none" });
    const tries = Array.from({ length: 70 }, () =>
      spendAttempt({ db }, "login-ip", { ip: "192.0.2.9" }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
    await db.destroy();
  });
});
