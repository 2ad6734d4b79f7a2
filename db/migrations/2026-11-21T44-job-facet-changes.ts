import { type Kysely, sql } from "kysely";

// Web processes hold what `job_facets` says in memory and ask, before each search, which jobs have changed since they
// last looked. A row per job names the transaction that changed it last, and who looks says which snapshot it has seen:
// what another transaction changed is then exactly what that snapshot does not show, in whatever order transactions
// began and committed. A sequence or a time would miss a change whose number is older than its commit.
//
// A job that left keeps its row, so that whoever still holds it learns that it is gone.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_facet_changes (
      job_id uuid primary key,
      changed_by xid8 not null
    )`.execute(db);
  await sql`create index job_facet_changes_changed_by on job_facet_changes (changed_by)`.execute(
    db,
  );
  await sql`
    create function note_changed_facets() returns trigger language plpgsql as $$
    begin
      insert into job_facet_changes (job_id, changed_by)
      select job_id, pg_current_xact_id() from changed order by job_id
      on conflict (job_id) do update set changed_by = excluded.changed_by;
      return null;
    end $$`.execute(db);
  for (const [event, transition] of [
    ["insert", "new"],
    ["update", "new"],
    ["delete", "old"],
  ] as const) {
    await sql`
      create trigger ${sql.id(`job_facets_${event}_notes_change`)} after ${sql.raw(event)} on job_facets
      referencing ${sql.raw(transition)} table as changed
      for each statement execute function note_changed_facets()`.execute(db);
  }
}
