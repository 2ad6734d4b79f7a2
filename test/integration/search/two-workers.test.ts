import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSearchSync } from "#app/worker/search-sync.ts";
import { searchIndexPass } from "#app/worker/sync-search-index.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { heldVersions, indexDifferences } from "#test/support/index-differences.ts";
import { engineOf } from "#test/support/search-index.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();
const JOBS = 20;
const EDITS = 200;

const startWorker = () => {
  const { deps, databaseUrl } = world;
  const sync = startSearchSync(deps, { databaseUrl, drain: searchIndexPass(), pollMs: 100 });
  onTestFinished(() => sync.stop());
};

/** Whoever keeps the index loses that right, as when its network breaks; the other one takes over. */
const cutLease = () =>
  sql`select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and application_name = 'careercenter-lease'
      and datname = current_database()`.execute(world.deps.db);

const EDIT = {
  rename: sql`title = title || '!'`,
  pause: sql`status = 'paused', pause_reason = null`,
  resume: sql`status = 'published'`,
};

const edits = fc.array(
  fc.record({
    job: fc.nat(JOBS - 1),
    kind: fc.constantFrom("rename", "rename", "pause", "resume") as fc.Arbitrary<keyof typeof EDIT>,
    pauseMs: fc.constantFrom(0, 0, 0, 5, 30),
    cuts: fc.constantFrom(...Array.from({ length: 19 }, () => false), true),
  }),
  { minLength: EDITS, maxLength: EDITS },
);

describe("Two workers at once", () => {
  it("leave the index equal to the database, and no job ever shown as it was before", async () => {
    const { db } = world.deps;
    const { client, jobsIndex } = engineOf(world.deps);
    const index = client.index(jobsIndex);
    const jobs = await Promise.all(Array.from({ length: JOBS }, () => makeJob(db)));
    startWorker();
    startWorker();
    const isEqual = async () =>
      (await indexDifferences(db, index).catch(() => ["no index yet"])).length === 0;
    await waitUntil(isEqual, 20_000);

    let isOver = false;
    const backwards: string[] = [];
    const seen = new Map<string, number>();
    const watching = (async () => {
      while (!isOver) {
        for (const [id, versions] of await heldVersions(index)) {
          const version = Number.parseInt(versions, 10);
          if (version < (seen.get(id) ?? 0))
            backwards.push(`${id}: ${version} after ${seen.get(id)}`);
          seen.set(id, version);
        }
        await sleep(10);
      }
    })();

    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        for (const { job, kind, pauseMs, cuts } of list) {
          await sql`update jobs set version = version + 1, ${EDIT[kind]} where id = ${jobs[job]?.id}`.execute(
            db,
          );
          if (cuts) await cutLease();
          await sleep(pauseMs);
        }
        await waitUntil(isEqual, 20_000);
      }),
      { numRuns: 1, endOnFailure: true },
    );
    isOver = true;
    await watching;
    expect(backwards).toEqual([]);
    expect(seen.size).toBe(JOBS);
  });
});
