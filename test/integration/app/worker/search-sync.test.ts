import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Deps } from "#app/platform/deps.server.ts";
import { startSearchSync } from "#app/worker/search-sync.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();

/** Starts a sync whose drain only notes that it ran; the poll is far off unless asked for. */
function start(drain: (deps: Deps) => Promise<number>, pollMs = 60_000) {
  const sync = startSearchSync(world.deps, { databaseUrl: world.databaseUrl, drain, pollMs });
  onTestFinished(() => sync.stop());
  return sync;
}

function counter() {
  const count = { passes: 0 };
  return Object.assign(
    async () => {
      count.passes += 1;
      return 0;
    },
    { count },
  );
}

describe("the search sync", () => {
  it("wakes on the commit that changed a job, not on its statement", async () => {
    const drain = counter();
    start(drain);
    await waitUntil(() => drain.count.passes === 1);
    let committed = 0;
    await world.deps.db.transaction().execute(async (transaction) => {
      await makeJob(transaction);
      await sleep(150);
      expect(drain.count.passes).toBe(1);
      committed = Date.now();
    });
    await waitUntil(() => drain.count.passes === 2);
    expect(Date.now() - committed).toBeLessThan(1_000);
  });

  it("polls where a notification was lost", async () => {
    const drain = counter();
    start(drain, 50);
    await waitUntil(() => drain.count.passes > 3);
  });

  it("goes on without a pause while there is more to do", async () => {
    let left = 5;
    start(async () => {
      left -= 1;
      return Math.max(0, left);
    });
    await waitUntil(() => left === 0);
  });

  it("lets one process drain, and the next one take over when it is gone", async () => {
    const first = counter();
    const second = counter();
    const leader = start(first, 50);
    await waitUntil(() => first.count.passes > 0);
    start(second, 50);
    await sleep(300);
    expect(second.count.passes).toBe(0);
    await leader.stop();
    await waitUntil(() => second.count.passes > 0);
  });

  it("takes the lock again after its connection was cut", async () => {
    const drain = counter();
    start(drain, 50);
    await waitUntil(() => drain.count.passes > 0);
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'careercenter-lease' and datname = current_database()`.execute(
      world.deps.db,
    );
    const { passes } = drain.count;
    await waitUntil(() => drain.count.passes > passes + 3);
  });

  it("survives a drain that fails", async () => {
    let passes = 0;
    start(async () => {
      passes += 1;
      if (passes === 1) throw new Error("the engine is away");
      return 0;
    }, 50);
    await waitUntil(() => passes > 1);
  });
});
