import { sql } from "kysely";
import { ancestorsOf, CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import type { Db } from "#db/client.ts";

/**
 * Brings `code_families` up to the taxonomy we ship; safe to run at every start. A family that left the taxonomy
 * stays as retired: jobs and experience refer to it.
 */
export async function loadReference(db: Db): Promise<void> {
  await db
    .insertInto("codeFamilies")
    .values(
      CODE_FAMILIES.map((family) => ({
        id: family.id,
        system: family.system,
        level: family.level,
        parentId: family.parent,
        ancestorIds: ancestorsOf(family.id).map(({ id }) => id),
        scheme: family.scheme,
        rangeStart: family.start,
        rangeEnd: family.end,
        label: family.label,
        popular: family.popular,
        status: family.status,
        successorId: family.successor,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        system: eb.ref("excluded.system"),
        level: eb.ref("excluded.level"),
        parentId: eb.ref("excluded.parentId"),
        ancestorIds: eb.ref("excluded.ancestorIds"),
        scheme: eb.ref("excluded.scheme"),
        rangeStart: eb.ref("excluded.rangeStart"),
        rangeEnd: eb.ref("excluded.rangeEnd"),
        label: eb.ref("excluded.label"),
        popular: eb.ref("excluded.popular"),
        status: eb.ref("excluded.status"),
        successorId: eb.ref("excluded.successorId"),
      })),
    )
    .execute();
  await db
    .updateTable("codeFamilies")
    .set({ status: "retired" })
    .where(sql`id`, "<>", sql`all(${CODE_FAMILIES.map(({ id }) => id)})`)
    .execute();
}
