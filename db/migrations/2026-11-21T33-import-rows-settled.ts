import { type Kysely, sql } from "kysely";

// A row of an import becomes a draft once. Its draft may be deleted while the rest is still being imported: that the
// row names no job any more must not make another one.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table job_import_rows add column settled boolean not null default false`.execute(
    db,
  );
  await sql`update job_import_rows set settled = true where job_id is not null`.execute(db);
}
