import { type RawBuilder, sql } from "kysely";
import type { Facet } from "#app/domain/job-search.ts";

/**
 * A row of `job_facets` holds one of these values: its set is one of the sets that do. `in (select …)` is hashed;
 * `= any(array(select …))` compared every row with up to 60,000 keys one by one.
 */
export const holdsOne = (
  facet: Facet | "requires",
  values: readonly string[],
): RawBuilder<boolean> => sql`
  ${sql.ref(`job_facets.${facet}`)} in (
    select key from job_facet_sets where facet = ${facet} and held && ${[...values]}::text[])`;
