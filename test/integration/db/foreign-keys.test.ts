import { sql } from "kysely";
import { expect, it } from "vitest";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

it("every reference to a table whose rows are deleted has an index to find it by", async () => {
  const { rows } = await sql<{ reference: string }>`
    select conrelid::regclass || '.' || attname as reference
    from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and connamespace = 'public'::regnamespace
      and confrelid <> 'code_families'::regclass
      and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
    order by 1`.execute(world.deps.db);
  expect(rows.map(({ reference }) => reference)).toEqual([]);
});
