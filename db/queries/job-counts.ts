import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { isPublished } from "./job-scopes.ts";

// Counted from `job_search`, which holds every published job's families with all above them: joining requirements to
// the taxonomy instead took over five seconds at 100,000 jobs, this takes a few tenths.

export async function countOpenJobs(db: Db): Promise<number> {
  const { jobs } = await db
    .selectFrom("jobs")
    .where(isPublished)
    .select(sql<number>`count(*)`.as("jobs"))
    .executeTakeFirstOrThrow();
  return jobs;
}

/** Open jobs by code family id; a job counts once for each family it asks for and once for each above those. */
export const countOpenJobsByFamily = (db: Db): Promise<Record<string, number>> =>
  countByElement(db, "family_ids");

/** Open jobs by specialty slug; a job counts for each specialty it names. */
export const countOpenJobsBySpecialty = (db: Db): Promise<Record<string, number>> =>
  countByElement(db, "specialties");

async function countByElement(
  db: Db,
  column: "family_ids" | "specialties",
): Promise<Record<string, number>> {
  const { rows } = await sql<{ value: string; jobs: number }>`
    select held.value, count(*) as jobs
    from jobs
    join job_search on job_search.job_id = jobs.id
    cross join lateral unnest(${sql.ref(`job_search.${column}`)}) as held(value)
    where jobs.status = 'published' and jobs.expires_at > now()
    group by held.value`.execute(db);
  return Object.fromEntries(rows.map(({ value, jobs }) => [value, jobs]));
}
