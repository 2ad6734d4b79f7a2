import { sql } from "kysely";
import type { Facet } from "#app/domain/job-search.ts";
import type { Db } from "#db/client.ts";

// Counted over `job_facets`, which has a narrow row for each published job; see the migration `search-fallback`.

export async function countOpenJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ jobs: number }>`
    select count(*) as jobs from job_facets where expires_at > now()`.execute(db);
  return rows[0]?.jobs ?? 0;
}

/** Open jobs by code family id; a job counts once for each family it asks for and once for each above those. */
export const countOpenJobsByFamily = (db: Db): Promise<Record<string, number>> =>
  countBy(db, "family");

/** Open jobs by specialty slug; a job counts for each specialty it names. */
export const countOpenJobsBySpecialty = (db: Db): Promise<Record<string, number>> =>
  countBy(db, "specialty");

async function countBy(db: Db, facet: Facet): Promise<Record<string, number>> {
  const { rows } = await sql<{ value: string; jobs: number }>`
    select value, sum(jobs)::int8 as jobs
    from (select ${sql.ref(facet)} as key, count(*) as jobs from job_facets where expires_at > now() group by 1) as grouped
    join job_facet_sets on job_facet_sets.facet = ${facet} and job_facet_sets.key = grouped.key
    cross join lateral unnest(held) as value
    group by value`.execute(db);
  return Object.fromEntries(rows.map(({ value, jobs }) => [value, jobs]));
}
