import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { listFileReferences, type OwnedTable } from "./owned-tables.ts";

/** Ids of the files these rows of a person name. */
export async function listOwnedFileIds(db: Db, tables: readonly OwnedTable[]): Promise<string[]> {
  const parts = tables.flatMap(({ name, isOwned, fileColumns }) =>
    fileColumns.map(
      (column) =>
        sql`select ${sql.ref(column)} as id from ${sql.table(name)} where ${isOwned} and ${sql.ref(column)} is not null`,
    ),
  );
  if (parts.length === 0) return [];
  const { rows } = await sql<{ id: string }>`${sql.join(parts, sql` union `)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Deletes those of these file rows that no row of any table names any more, and answers their storage keys. */
export async function deleteUnnamedFiles(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ storageKey: string }>`
    delete from files where id = any(${[...ids]}::uuid[]) and ${await isUnnamed(db)}
    returning storage_key`.execute(db);
  return rows.map(({ storageKey }) => storageKey);
}

/** That nothing refers to a row of `files`, whatever tables there are. */
export async function isUnnamed(db: Db) {
  const references = await listFileReferences(db);
  const named = references.map(
    ({ name, column }) =>
      sql`not exists (select from ${sql.table(name)} where ${sql.ref(`${name}.${column}`)} = files.id)`,
  );
  return sql`(${sql.join(named, sql` and `)})`;
}
