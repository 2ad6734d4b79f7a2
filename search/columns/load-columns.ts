import type { Db } from "#db/client.ts";
import {
  type JobColumnRow,
  listColumnRows,
  listColumnRowsAfter,
  listFacetSets,
  readSnapshot,
} from "#db/queries/job-columns.ts";
import {
  createJobColumns,
  dropJobs,
  type JobColumns,
  putJobs,
  SET_COLUMNS,
} from "./job-columns.ts";
import { learnSet } from "./key-column.ts";

/** Columns, and the database's snapshot that they show at least. */
export interface LoadedColumns {
  columns: JobColumns;
  snapshot: string;
}

// Read and put in some ten milliseconds: other requests wait no longer than that.
const STRETCH = 1_000;

/**
 * Reads all open jobs. What changes meanwhile may be read or not: it comes again with the changes since the snapshot,
 * which is older than anything read.
 */
export async function loadColumns(db: Db): Promise<LoadedColumns> {
  const snapshot = await readSnapshot(db);
  const columns = createJobColumns();
  let after: JobColumnRow | null = null;
  do {
    const rows: JobColumnRow[] = await listColumnRowsAfter(db, { after, limit: STRETCH });
    await putRows(db, columns, rows);
    after = rows.length === STRETCH ? (rows.at(-1) ?? null) : null;
  } while (after);
  return { columns, snapshot };
}

/** Brings what the columns hold of these jobs up to date. */
export async function reloadJobs(
  db: Db,
  columns: JobColumns,
  ids: readonly string[],
): Promise<void> {
  const rows = await listColumnRows(db, ids);
  await putRows(db, columns, rows);
  const open = new Set(rows.map(({ id }) => id));
  dropJobs(
    columns,
    ids.filter((id) => !open.has(id)),
  );
}

async function putRows(db: Db, columns: JobColumns, rows: readonly JobColumnRow[]): Promise<void> {
  const { keyed } = columns;
  const unknown = SET_COLUMNS.flatMap((facet) =>
    [...new Set(rows.map((row) => row[facet]))]
      .filter((key) => !keyed[facet].setOf.has(key))
      .map((key) => ({ facet, key })),
  );
  for (const { facet, key, held } of await listFacetSets(db, unknown)) {
    learnSet(keyed[facet], key, held);
  }
  putJobs(columns, rows);
}
