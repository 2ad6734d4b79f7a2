import { sql } from "kysely";
import type { ImportStatus, RowOutcome } from "#app/domain/job-import/import-row.ts";
import type { Db } from "#db/client.ts";
import type { NewJobImportRow } from "#db/schema/job-import-rows.ts";
import type { JobImportUpdate, NewJobImport } from "#db/schema/job-imports.ts";

/** The outcomes a draft is made of. */
const importable = (includesIncomplete: boolean): RowOutcome[] =>
  includesIncomplete ? ["ready", "incomplete"] : ["ready"];

export async function insertImport(db: Db, values: NewJobImport): Promise<string> {
  const { id } = await db
    .insertInto("jobImports")
    .values(values)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** An employer's own import; undefined for an unknown id and for another employer's alike. */
export const findImport = (
  db: Db,
  { employerId, importId }: { employerId: string; importId: string },
) =>
  db
    .selectFrom("jobImports")
    .selectAll()
    .where("id", "=", importId)
    .where("employerId", "=", employerId)
    .executeTakeFirst();

/** An import with where its file is, for the worker. */
export const findImportToRun = (db: Db, importId: string) =>
  db
    .selectFrom("jobImports")
    .innerJoin("files", "files.id", "jobImports.fileId")
    .selectAll("jobImports")
    .select("files.storageKey")
    .where("jobImports.id", "=", importId)
    .executeTakeFirst();

export const listImports = (db: Db, employerId: string, limit: number) =>
  db
    .selectFrom("jobImports")
    .select(["id", "filename", "status", "rowsRead", "rowsImported", "createdAt"])
    .where("employerId", "=", employerId)
    .orderBy("createdAt", "desc")
    .limit(limit)
    .execute();

/** Changes an import that still has the status `from`; false when it has not. */
export async function updateImport(
  db: Db,
  { importId, from }: { importId: string; from: ImportStatus },
  changes: JobImportUpdate,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("jobImports")
    .set(changes)
    .where("id", "=", importId)
    .where("status", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Deletes an employer's import that is not being worked on; false when it is. Its drafts stay. */
export async function deleteImport(
  db: Db,
  { employerId, importId }: { employerId: string; importId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("jobImports")
    .where("id", "=", importId)
    .where("employerId", "=", employerId)
    .where("status", "in", ["read", "imported", "failed"])
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Deletes imports more than `days` old; drafts made of them stay. */
export async function deleteOldImports(db: Db, days: number): Promise<void> {
  await sql`delete from job_imports where created_at < now() - make_interval(days => ${days}::int)`.execute(
    db,
  );
}

export const deleteImportRows = (db: Db, importId: string) =>
  db.deleteFrom("jobImportRows").where("importId", "=", importId).execute();

export async function insertImportRows(db: Db, rows: readonly NewJobImportRow[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto("jobImportRows")
      .values([...rows])
      .execute();
}

/** The employer's jobs that have one of these references or were imported under it, by reference. */
export async function findReferences(
  db: Db,
  { employerId, references }: { employerId: string; references: readonly string[] },
): Promise<Map<string, string>> {
  if (references.length === 0) return new Map();
  const rows = await db
    .selectFrom("jobs")
    .select(["id", "importKey", "reference"])
    .where("employerId", "=", employerId)
    .where((eb) => eb.or([eb("importKey", "in", references), eb("reference", "in", references)]))
    .execute();
  return new Map(
    rows.flatMap(({ id, importKey, reference }) =>
      [importKey, reference].flatMap((known) => (known ? [[known, id] as const] : [])),
    ),
  );
}

export async function countOutcomes(db: Db, importId: string): Promise<Record<RowOutcome, number>> {
  const rows = await db
    .selectFrom("jobImportRows")
    .select(["outcome", (eb) => eb.fn.countAll<number>().as("count")])
    .where("importId", "=", importId)
    .groupBy("outcome")
    .execute();
  const counts = { ready: 0, incomplete: 0, exists: 0, repeated: 0, refused: 0 };
  for (const { outcome, count } of rows) counts[outcome] = count;
  return counts;
}

/** A page of an import's rows in the order of the file. */
export const listImportRows = (
  db: Db,
  {
    importId,
    outcome,
    page,
    pageSize,
  }: { importId: string; outcome: RowOutcome | null; page: number; pageSize: number },
) =>
  db
    .selectFrom("jobImportRows")
    .select([
      "position",
      "line",
      "reference",
      "title",
      "outcome",
      "reason",
      "problems",
      "families",
      "jobId",
    ])
    .where("importId", "=", importId)
    .$if(outcome !== null, (query) => query.where("outcome", "=", outcome as RowOutcome))
    .orderBy("position")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();

/** The next rows to make drafts of, locked. */
export const takeImportRows = (
  db: Db,
  {
    importId,
    includesIncomplete,
    limit,
  }: { importId: string; includesIncomplete: boolean; limit: number },
) =>
  db
    .selectFrom("jobImportRows")
    .select(["position", "reference", "formValues"])
    .where("importId", "=", importId)
    .where("outcome", "in", importable(includesIncomplete))
    .where("settled", "=", false)
    .orderBy("position")
    .limit(limit)
    .forUpdate()
    .execute();

/** Writes beside each row the job that has its reference now; `made` says whether this import made it. */
export async function settleImportRows(
  db: Db,
  importId: string,
  settled: readonly { position: number; jobId: string; made: boolean }[],
): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    update job_import_rows set job_id = done.job_id, settled = true,
      outcome = case when done.made then outcome else 'exists' end
    from unnest(${settled.map(({ position }) => position)}::int[], ${settled.map(({ jobId }) => jobId)}::uuid[],
      ${settled.map(({ made }) => made)}::boolean[]) as done(position, job_id, made)
    where import_id = ${importId} and job_import_rows.position = done.position`.execute(db);
}
