import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";
import { IS_PUBLISHED } from "./job-scopes.ts";

// Ranking every job that shares a common family would read thousands of rows for one page: the newest of the same
// specialty are enough to choose from, and the index hands them out in order (as a join it did not: 144 ms for 2).
const CHOSEN_FROM = 100;

/** Open jobs most like one (open or ended): of its specialty, most required families in common first. */
export async function listSimilarJobIds(
  db: Db,
  { slug, limit }: { slug: string; limit: number },
): Promise<string[]> {
  const rows = await runPrepared(
    db,
    "similar-jobs",
    sql<{ id: string }>`
    with asked as (
      select jobs.id, jobs.specialty,
        array(select family_id from job_requirements where job_id = jobs.id) as families
      from jobs where jobs.slug = ${slug}
    ),
    near as (
      select jobs.id, jobs.published_at
      from jobs
      where jobs.specialty = (select specialty from asked) and ${IS_PUBLISHED} and jobs.id <> (select id from asked)
      order by jobs.published_at desc
      limit ${CHOSEN_FROM}
    )
    select near.id
    from near
    cross join asked
    order by (
      select count(*) filter (where family_id = any(asked.families)) from job_requirements
      where job_requirements.job_id = near.id
    ) desc, near.published_at desc
    limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Open jobs that require the same families, whatever their specialty; for specialties with few jobs. */
export async function listKindredJobIds(
  db: Db,
  { slug, limit }: { slug: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select jobs.id
    from (
      select theirs.job_id, count(*) as shared
      from job_requirements as ours
      join job_requirements as theirs on theirs.family_id = ours.family_id and theirs.job_id <> ours.job_id
      where ours.job_id = (select id from jobs where slug = ${slug})
      group by theirs.job_id
    ) as kindred
    join jobs on jobs.id = kindred.job_id
    where ${IS_PUBLISHED}
    order by kindred.shared desc, jobs.published_at desc
    limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
