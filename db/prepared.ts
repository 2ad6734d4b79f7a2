import type { CompiledQuery, RawBuilder } from "kysely";
import type { Db } from "./client.ts";

/** The SQL that connections keep the plan of, and the name they keep it under. */
const names = new Map<string, string>();

/** The name of the prepared statement of this SQL; undefined for SQL that is planned at every run. */
export const preparedName = (text: string): string | undefined => names.get(text);

/**
 * A query written once, for those asked with every page: its SQL is built at the first run, and each connection plans
 * it once. Building and planning were two thirds of what a job page's queries cost. `build` gets values that stand
 * for the parameters; a run gives its own, in the order the SQL names them.
 */
export function prepared<Row>(
  name: string,
  build: (db: Db) => { compile(): CompiledQuery<Row> },
): (db: Db, parameters: readonly unknown[]) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | null = null;
  return async (db, parameters) => {
    compiled ??= named(name, build(db).compile());
    const query: CompiledQuery<Row> = { ...compiled, parameters };
    return (await db.executeQuery(query)).rows;
  };
}

/** The same for a raw query, whose SQL must not depend on its values. */
export async function runPrepared<Row>(
  db: Db,
  name: string,
  query: RawBuilder<Row>,
): Promise<Row[]> {
  return (await db.executeQuery(named(name, query.compile(db)))).rows;
}

function named<Row>(name: string, query: CompiledQuery<Row>): CompiledQuery<Row> {
  names.set(query.sql, name);
  return query;
}
