import type { Point } from "#app/domain/job-query.ts";

const EARTH_RADIUS_MILES = 3_958.747716;
const RADIANS = Math.PI / 180;

/** Statute miles between two points, by the very formula of Postgres' `<@>`. */
export function milesBetween(one: Point, other: Point): number {
  const between = Math.abs(one.longitude - other.longitude) * RADIANS;
  const longitude = between > Math.PI ? 2 * Math.PI - between : between;
  const latitude = Math.abs(one.latitude - other.latitude) * RADIANS;
  const haversine =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(one.latitude * RADIANS) *
      Math.cos(other.latitude * RADIANS) *
      Math.sin(longitude / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
