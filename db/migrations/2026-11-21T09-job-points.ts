import { type Kysely, sql } from "kysely";

// Where open jobs are or have been: some thousands of places, however many jobs. The engine is asked for jobs at the
// places within a radius, because its own geographic index is written anew, whole, with every single document: 0.8 of
// the 1.0 seconds that publishing one job among 100,000 took. A place without open jobs left does no harm.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_points (
      latitude double precision not null,
      longitude double precision not null,
      primary key (latitude, longitude)
    )`.execute(db);
  await sql`
    create function remember_job_points() returns trigger language plpgsql as $$
    begin
      insert into job_points (latitude, longitude)
      select distinct latitude, longitude from changed
      where latitude is not null and longitude is not null
        and not exists (select from job_points known where known.latitude = changed.latitude and known.longitude = changed.longitude)
      order by 1, 2
      on conflict do nothing;
      return null;
    end $$`.execute(db);
  for (const event of ["insert", "update"]) {
    await sql`
      create trigger ${sql.id(`job_facets_${event}_points`)} after ${sql.raw(event)} on job_facets
      referencing new table as changed
      for each statement execute function remember_job_points()`.execute(db);
  }
  await sql`
    insert into job_points (latitude, longitude)
    select distinct latitude, longitude from job_facets where latitude is not null and longitude is not null`.execute(
    db,
  );
}
