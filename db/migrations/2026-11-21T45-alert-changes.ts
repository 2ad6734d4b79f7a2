import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // What its owner calls it; null while it goes by what it asks.
  await sql`
    alter table saved_searches
      add column title text,
      add constraint saved_searches_title_length check (length(title) between 1 and 80)`.execute(
    db,
  );
  // How often its search was sent when it was made: another choice since puts it off. Null for the ones before.
  await sql`alter table saved_search_digests add column frequency text`.execute(db);
}
