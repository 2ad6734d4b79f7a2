import { describe, expect, it } from "vitest";
import { CODE_FAMILIES, lineage } from "#app/domain/taxonomy/code-families.ts";
import { loadReference } from "#db/reference/load-reference.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const read = () =>
  world.deps.db
    .selectFrom("codeFamilies")
    .select(["id", "label", "status", "ancestorIds", "successorId"])
    .orderBy("id")
    .execute();

describe("loading the taxonomy", () => {
  it("holds every family with its ancestors, finest first, and its successor", async () => {
    const rows = new Map((await read()).map((row) => [row.id, row]));
    expect(rows.size).toBe(CODE_FAMILIES.length);
    for (const family of CODE_FAMILIES) {
      const row = rows.get(family.id);
      expect(row?.ancestorIds).toEqual(lineage(family.id).slice(1));
      expect(row?.successorId).toBe(family.successor);
    }
  });

  it("changes nothing when it runs again", async () => {
    const before = await read();
    await loadReference(world.deps.db);
    expect(await read()).toEqual(before);
  });

  it("repairs what drifted and retires what left the taxonomy", async () => {
    const { db } = world.deps;
    await db
      .updateTable("codeFamilies")
      .set({ label: "wrong" })
      .where("id", "=", "cpt-coronary-intervention")
      .execute();
    await db
      .insertInto("codeFamilies")
      .values({
        id: "cpt-of-yesteryear",
        system: "cpt",
        level: "family",
        parentId: "cpt",
        ancestorIds: ["cpt"],
        scheme: "cpt1",
        rangeStart: "37220",
        rangeEnd: "37235",
        label: "Gone",
        popular: false,
        status: "active",
        successorId: null,
      })
      .execute();
    await loadReference(db);
    const rows = new Map((await read()).map((row) => [row.id, row]));
    expect(rows.get("cpt-coronary-intervention")?.label).not.toBe("wrong");
    expect(rows.get("cpt-of-yesteryear")?.status).toBe("retired");
  });
});
