import { sql } from "kysely";
import type { Point } from "#app/domain/job-query.ts";

/** Statute miles from a point; null where the job states no place. */
export const milesFrom = ({ latitude, longitude }: Point) =>
  sql<
    number | null
  >`(point(jobs.longitude, jobs.latitude) <@> point(${longitude}::float8, ${latitude}::float8))`;
