import { type Selectable, sql } from "kysely";
import type { Db } from "#db/client.ts";
import type { Database } from "#db/schema/index.ts";

/** A row to seed: any of the table's columns, as they read back (jsonb parsed, arrays as arrays). */
export type SeedRow<Table extends keyof Database> = Partial<Selectable<Database[Table]>>;

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Inserts rows that all have the columns of the first, as one JSON parameter: no limit of 65,535 parameters, and
 * thousands of rows a statement. `skipExisting` leaves rows that are there already as they are.
 */
export async function insertRows<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly SeedRow<Table>[],
  { skipExisting = false } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value])),
  );
  const into = sql.id(snakeCase(table));
  const columns = sql.join(Object.keys(first).map((name) => sql.id(snakeCase(name))));
  await sql`
    insert into ${into} (${columns})
    select ${columns} from json_populate_recordset(null::${into}, ${JSON.stringify(named)}::json)
    ${skipExisting ? sql`on conflict do nothing` : sql``}`.execute(db);
}
