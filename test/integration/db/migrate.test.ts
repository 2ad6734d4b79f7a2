import { describe, expect, it } from "vitest";
import { isMigrated, migrate } from "#db/migrate.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

describe("migrate", () => {
  it("does nothing on a migrated database, however many call it at once", async () => {
    const again = await Promise.all([1, 2, 3].map(() => migrate(world.databaseUrl)));
    expect(again).toEqual([[], [], []]);
    expect(await isMigrated(world.deps.db)).toBe(true);
  });

  it("tells a database of another version from ours", async () => {
    const { db } = world.deps;
    await db.transaction().execute(async (trx) => {
      const { sql } = await import("kysely");
      await sql`insert into kysely_migration (name, timestamp) values ('2099-01-01T01-later', '')`.execute(
        trx,
      );
      expect(await isMigrated(trx)).toBe(false);
    });
  });
});
