import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { createDb, type RootDb } from "#db/client.ts";
import { openLease } from "#db/lease.ts";
import { whileOnlyIndexer } from "#db/queries/search-outbox.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { type FreezableProxy, freezableProxy } from "#test/support/freezable-proxy.ts";

const world = setUpDeps();

/** One connection, through a proxy that can be frozen, given up after 300 ms without an answer. */
async function oneConnection(): Promise<{ db: RootDb; proxy: FreezableProxy }> {
  const proxy = await freezableProxy(world.databaseUrl);
  const db = createDb({ url: proxy.url, max: 1, patienceMs: 300 });
  onTestFinished(async () => {
    await db.destroy();
    proxy.close();
  });
  await sql`select 1`.execute(db);
  return { db, proxy };
}

const noted = async (): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`select word from noted order by word`.execute(
    world.deps.db,
  );
  return rows.map(({ word }) => word);
};

describe("A database that freezes and goes on", () => {
  it("keeps what is written after a transaction could not begin", async () => {
    await sql`create table noted (word text)`.execute(world.deps.db);
    const { db, proxy } = await oneConnection();
    proxy.freeze();
    const begun = db
      .transaction()
      .execute((trx) => sql`insert into noted values ('a')`.execute(trx));
    await expect(begun).rejects.toThrow("Query read timeout");
    proxy.thaw();
    // On the same connection this would be part of the transaction that began after all, and end with it.
    await sql`insert into noted values ('b')`.execute(db);
    await sleep(200);
    expect(await noted()).toEqual(["b"]);
  });

  it("answers within twice the patience, and gives up what was half done", async () => {
    const { db, proxy } = await oneConnection();
    const started = performance.now();
    const half = db.transaction().execute(async (trx) => {
      await sql`insert into noted values ('c')`.execute(trx);
      proxy.freeze();
      await sql`insert into noted values ('d')`.execute(trx);
    });
    await expect(half).rejects.toThrow("Query read timeout");
    expect(performance.now() - started).toBeLessThan(700);
    proxy.thaw();
    await sql`select 1`.execute(db);
    expect(await noted()).toEqual(["b"]);
  });

  it("leaves nobody with the lock of the index", async () => {
    const { db, proxy } = await oneConnection();
    proxy.freeze();
    await expect(whileOnlyIndexer(db, async () => "done")).rejects.toThrow("Query read timeout");
    proxy.thaw();
    await sql`select 1`.execute(db);
    expect(await whileOnlyIndexer(world.deps.db, async () => "done", { patienceMs: 2_000 })).toBe(
      "done",
    );
  });

  it("hands the worker's lease to whoever asks next, once its holder is gone", async () => {
    const options = { lock: 4_711, channel: "nobody", onNotify() {}, onError() {} };
    const proxy = await freezableProxy(world.databaseUrl);
    onTestFinished(() => proxy.close());
    const first = openLease({ url: proxy.url, ...options });
    const second = openLease({ url: world.databaseUrl, ...options });
    expect(await first.held()).toBe(true);
    expect(await second.held()).toBe(false);
    proxy.close();
    await expect.poll(() => second.held(), { timeout: 5_000 }).toBe(true);
    await Promise.all([first.close(), second.close()]);
  });
});
