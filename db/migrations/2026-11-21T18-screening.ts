import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Both go with the job's row: what a job asks is read with the job, and changed under the job's version.
  await sql`
    alter table jobs
      add column screening_questions jsonb not null default '[]',
      add column knock_outs jsonb not null default '{"rules": [], "effect": "flag"}'`.execute(db);
  // Each answer with the question as it was asked; each flag with the rule as it stood.
  await sql`
    alter table applications
      add column screening_answers jsonb not null default '[]',
      add column knock_out_flags jsonb not null default '[]'`.execute(db);
}
