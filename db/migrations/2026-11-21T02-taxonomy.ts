import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table code_families (
      id text primary key,
      system text not null,
      level text not null,
      parent_id text references code_families,
      ancestor_ids text[] not null,
      scheme text not null,
      range_start text not null,
      range_end text not null,
      label text not null,
      popular boolean not null,
      status text not null,
      successor_id text references code_families,
      constraint code_families_level_check check (level in ('system', 'section', 'family')),
      constraint code_families_status_check check (status in ('active', 'retired')),
      constraint code_families_range_check check (range_start collate "C" <= range_end collate "C")
    )`.execute(db);
  await sql`create index code_families_parent_id on code_families (parent_id)`.execute(db);
}
