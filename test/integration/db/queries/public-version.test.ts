import { sql } from "kysely";
import { expect, it } from "vitest";
import { watchVersion } from "#app/server/public-version.ts";
import { createDb } from "#db/client.ts";
import { readPublicVersion } from "#db/queries/public-version.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

it("gives no lease while a change is under way, and again once it is committed or taken back", async () => {
  const { db } = world.deps;
  const job = await makeJob(db);
  expect((await readPublicVersion(db)).leased).toBe(true);
  for (const end of ["commit", "rollback"]) {
    await db
      .transaction()
      .execute(async (trx) => {
        await trx.updateTable("jobs").set({ title: end }).where("id", "=", job.id).execute();
        expect((await readPublicVersion(db)).leased).toBe(false);
        if (end === "rollback") throw new Error("taken back");
      })
      .catch(() => {});
    expect((await readPublicVersion(db)).leased).toBe(true);
  }
});

it("gives no lease from a moment before the end of a job", async () => {
  const { db } = world.deps;
  const job = await makeJob(db);
  await sql`update jobs set expires_at = clock_timestamp() + interval '1 second' where id = ${job.id}`.execute(
    db,
  );
  // In one statement, in which the job stays the next to end.
  const { rows } = await sql<{ leased: boolean }>`
    select (lease_public_version()).leased, pg_sleep(0.01) from generate_series(1, 120)`.execute(
    db,
  );
  expect(rows[0]?.leased).toBe(true);
  expect(rows.at(-1)?.leased).toBe(false);
});

it("never tells an old version once a change is committed, whoever asks in between", async () => {
  const { db } = world.deps;
  const job = await makeJob(db);
  const reader = createDb({ url: world.databaseUrl, max: 2, applicationName: "reader" });
  const versions = watchVersion(() => readPublicVersion(reader));
  let stop = false;
  let leased = 0;
  const asking = (async () => {
    while (!stop) {
      if (versions.known() === null) await versions.read();
      else leased += 1;
      await new Promise(setImmediate);
    }
  })();
  for (let round = 0; round < 100; round += 1) {
    const before = await versions.read();
    await sql`update jobs set title = ${`Round ${round}`} where id = ${job.id}`.execute(db);
    expect(versions.known() ?? "unknown").not.toBe(before);
    expect(await versions.read()).not.toBe(before);
  }
  stop = true;
  await asking;
  await reader.destroy();
  expect(leased).toBeGreaterThan(0);
});
