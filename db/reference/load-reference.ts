import { sql } from "kysely";
import { ancestorsOf, CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import type { Db } from "../client.ts";

/** Writes the closed lists that rows point at; a second run changes nothing. */
export async function loadReference(db: Db): Promise<void> {
  const rows = CODE_FAMILIES.map((family) => ({
    id: family.id,
    system: family.system,
    level: family.level,
    parentId: family.parent,
    ancestorIds: ancestorsOf(family.id).map((ancestor) => ancestor.id),
    scheme: family.scheme,
    rangeStart: family.start,
    rangeEnd: family.end,
    label: family.label,
    popular: family.popular,
    status: family.status,
    successorId: family.successor,
  }));
  await db
    .insertInto("codeFamilies")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((eb) => ({
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
        }))
        .where(sql<boolean>`code_families is distinct from excluded`),
    )
    .execute();
}
