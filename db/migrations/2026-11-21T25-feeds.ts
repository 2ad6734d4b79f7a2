import { type Kysely, sql } from "kysely";

// Whoever takes our jobs unpublishes what leaves the feed: what was served last tells a truncated one from a true one.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table served_feeds (
      feed text primary key,
      jobs integer not null,
      served_at timestamptz not null default now()
    )`.execute(db);
}
