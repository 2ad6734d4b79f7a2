import { type Kysely, sql } from "kysely";

// Pages anybody may see are kept by the web processes until something they show changes. The sum of this table is that
// "something": it moves in the very commit that changes what the public sees, so a page kept under one sum is never
// shown under another. A row per backend, which runs one transaction at a time: no writer ever waits for another, as
// all would for a single counter, and no change can hide behind a later one, as it could behind a sequence's number
// taken before its commit.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table public_changes (
      backend_pid integer primary key,
      changes bigint not null
    ) with (fillfactor = 50)`.execute(db);
  await sql`
    create function count_public_change() returns void language sql as $$
      insert into public_changes (backend_pid, changes) values (pg_backend_pid(), 1)
      on conflict (backend_pid) do update set changes = public_changes.changes + 1
    $$`.execute(db);

  // Drafts are saved with every few keystrokes and seen by nobody else.
  await sql`
    create function count_public_job_change() returns trigger language plpgsql as $$
    begin
      if exists (select from changed where status <> 'draft') then
        perform count_public_change();
      end if;
      return null;
    end $$`.execute(db);
  for (const [event, transition] of [
    ["insert", "new"],
    ["update", "new"],
    ["delete", "old"],
  ] as const) {
    await sql`
      create trigger ${sql.id(`jobs_${event}_changes_pages`)} after ${sql.raw(event)} on jobs
      referencing ${sql.raw(transition)} table as changed
      for each statement execute function count_public_job_change()`.execute(db);
  }

  await sql`
    create function count_public_requirement_change() returns trigger language plpgsql as $$
    begin
      if exists (select from changed join jobs on jobs.id = changed.job_id where jobs.status <> 'draft') then
        perform count_public_change();
      end if;
      return null;
    end $$`.execute(db);
  for (const [event, transition] of [
    ["insert", "new"],
    ["update", "new"],
    ["delete", "old"],
  ] as const) {
    await sql`
      create trigger ${sql.id(`job_requirements_${event}_changes_pages`)} after ${sql.raw(event)} on job_requirements
      referencing ${sql.raw(transition)} table as changed
      for each statement execute function count_public_requirement_change()`.execute(db);
  }

  await sql`
    create function count_any_public_change() returns trigger language plpgsql as $$
    begin
      perform count_public_change();
      return null;
    end $$`.execute(db);
  await sql`
    create trigger employers_update_changes_pages after update or delete on employers
    for each statement execute function count_any_public_change()`.execute(db);
}
