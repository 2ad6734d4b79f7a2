import { sql } from "kysely";
import type { Point } from "#app/domain/job-query.ts";
import type { Db } from "#db/client.ts";

// A little less than the true 69, so that the band is never too narrow.
const MILES_A_DEGREE = 68;

/** The places of jobs within `radius` miles of a point; null when there are more than `most` of them. */
export async function listPointsWithin(
  db: Db,
  { latitude, longitude }: Point,
  { radius, most }: { radius: number; most: number },
): Promise<Point[] | null> {
  const band = radius / MILES_A_DEGREE;
  const { rows } = await sql<Point>`
    select latitude, longitude from job_points
    where latitude between ${latitude - band}::float8 and ${latitude + band}::float8
      and (point(longitude, latitude) <@> point(${longitude}::float8, ${latitude}::float8)) <= ${radius}::float8
    limit ${most + 1}`.execute(db);
  return rows.length > most ? null : rows;
}

/** One page of `ids` by their distance from a point, nearest first; the newest first of those equally far. */
export async function sortByDistance(
  db: Db,
  ids: readonly string[],
  { from, page, pageSize }: { from: Point; page: number; pageSize: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select job_id as id from job_facets
    where job_id = any(${[...ids]}::uuid[])
    order by point(longitude, latitude) <@> point(${from.longitude}::float8, ${from.latitude}::float8),
      first_published_at desc, job_id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  return rows.map(({ id }) => id);
}
