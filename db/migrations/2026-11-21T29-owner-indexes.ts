import { type Kysely, sql } from "kysely";

// Deleting a person or a file asks every table that may name it: without these each deletion read all of the growing ones.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of [
    ["application_events", "actor_id"],
    ["application_notes", "author_id"],
    ["applications", "resume_file_id"],
    ["bulk_answers", "actor_id"],
    ["employers", "logo_file_id"],
    ["idempotency_keys", "user_id"],
    ["job_events", "actor_id"],
    ["job_imports", "created_by"],
    ["job_reports", "settled_by"],
    ["resumes", "file_id"],
  ] as const) {
    await sql`create index ${sql.id(`${table}_${column}`)} on ${sql.table(table)} (${sql.ref(column)})`.execute(
      db,
    );
  }
  await sql`create index users_newest on users (created_at desc, id)`.execute(db);
}
