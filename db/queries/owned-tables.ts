import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/client.ts";

/** A table whose rows go with a person, and the condition that finds theirs. */
export interface OwnedTable {
  name: string;
  isOwned: RawBuilder<boolean>;
  /** Columns that name a stored file. */
  fileColumns: string[];
}

interface Reference {
  name: string;
  column: string;
  ownerTable: string;
  ownerColumn: string;
}

const DEPTH = 4;

/**
 * Every table with rows that belong to a person, read from the database's own foreign keys ("on delete cascade", from
 * users down), so that a table added later is exported and deleted without anybody thinking of it.
 */
export async function listOwnedTables(db: Db, userId: string): Promise<OwnedTable[]> {
  const [references, fileColumns] = await Promise.all([listCascades(db), listFileReferences(db)]);
  const owned = new Map<string, RawBuilder<boolean>>([
    ["users", sql<boolean>`id = ${userId}`],
    // Restricted, not cascaded: what is left of an application stays with its job.
    ["applications", sql<boolean>`applicant_id = ${userId}`],
    // They go by a trigger: a foreign key would lock a row for each match written.
    [
      "saved_search_matches",
      sql<boolean>`saved_search_id in (select id from saved_searches where user_id = ${userId})`,
    ],
  ]);
  for (let depth = 0; depth < DEPTH; depth += 1) {
    for (const { name, column, ownerTable, ownerColumn } of references) {
      const owner = owned.get(ownerTable);
      if (!owner || owned.has(name)) continue;
      owned.set(
        name,
        sql<boolean>`${sql.ref(column)} in (select ${sql.ref(ownerColumn)} from ${sql.table(ownerTable)} where ${owner})`,
      );
    }
  }
  return [...owned].map(([name, isOwned]) => ({
    name,
    isOwned,
    fileColumns: fileColumns.filter((one) => one.name === name).map(({ column }) => column),
  }));
}

/** Every column of the database that names a stored file. */
export async function listFileReferences(db: Db): Promise<{ name: string; column: string }[]> {
  const { rows } = await sql<{ name: string; column: string }>`
    select held.relname as name, attribute.attname as column
    from pg_constraint
    join pg_class as held on held.oid = conrelid and held.relnamespace = 'public'::regnamespace
    join pg_attribute as attribute on attribute.attrelid = conrelid and attribute.attnum = conkey[1]
    where contype = 'f' and confrelid = 'public.files'::regclass
    order by 1, 2`.execute(db);
  return rows;
}

async function listCascades(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select held.relname as name, attribute.attname as column, owner.relname as owner_table,
      named.attname as owner_column
    from pg_constraint
    join pg_class as held on held.oid = conrelid and held.relnamespace = 'public'::regnamespace
    join pg_class as owner on owner.oid = confrelid
    join pg_attribute as attribute on attribute.attrelid = conrelid and attribute.attnum = conkey[1]
    join pg_attribute as named on named.attrelid = confrelid and named.attnum = confkey[1]
    where contype = 'f' and confdeltype = 'c' and cardinality(conkey) = 1
    order by 1, 2`.execute(db);
  return rows;
}
