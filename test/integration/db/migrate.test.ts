import { describe, expect, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

describe("migrate", () => {
  it("does nothing on a migrated database, however many call it at once", async () => {
    const again = await Promise.all([1, 2, 3].map(() => migrate(world.databaseUrl)));
    expect(again).toEqual([[], [], []]);
  });
});
