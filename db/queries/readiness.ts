import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** The names of the migrations this database has had; rejects when it cannot be reached or was never migrated. */
export async function listAppliedMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
