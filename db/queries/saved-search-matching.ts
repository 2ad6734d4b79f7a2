import { sql } from "kysely";
import type { MatchableJob } from "#app/domain/alerts/compile-search.ts";
import type { Db } from "#db/client.ts";

export type FoundJob = MatchableJob & { id: string };

/** What these jobs answer to, of those still searchable. */
export async function readMatchableJobs(db: Db, ids: readonly string[]): Promise<FoundJob[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundJob>`
    select job_facets.job_id as id, job_facets.apprentice, job_facets.hourly_max::float8 as hourly_max,
      job_facets.latitude, job_facets.longitude, tsvector_to_array(job_search.words) as lexemes,
      array(
        select facet || ':' || value from (values
          ('family', job_facets.family), ('requires', job_facets.requires), ('specialty', job_facets.specialty),
          ('credential', job_facets.credential), ('setting', job_facets.setting), ('mode', job_facets.mode),
          ('type', job_facets.type), ('state', job_facets.state), ('experience', job_facets.experience),
          ('software', job_facets.software)) as own(facet, key)
        join job_facet_sets using (facet, key) cross join lateral unnest(held) as value
      ) as values
    from job_facets join job_search on job_search.job_id = job_facets.job_id
    where job_facets.job_id = any(${[...ids]}::uuid[]) and job_facets.expires_at > now()`.execute(
    db,
  );
  return rows;
}

/** Takes jobs made public and not yet looked up; two workers never take the same. Within a transaction. */
export async function takeUnmatchedJobs(
  db: Db,
  limit: number,
): Promise<{ jobId: string; queuedAt: Date }[]> {
  const { rows } = await sql<{ jobId: string; queuedAt: Date }>`
    delete from unmatched_jobs where job_id in (
      select job_id from unmatched_jobs order by queued_at limit ${limit} for update skip locked)
    returning job_id, queued_at`.execute(db);
  return rows;
}

/**
 * Active searches found by one of these terms whose words, pay, place and age the job answers; their term conditions
 * are still to be compared. Only searches saved before the job was made public, when that moment is given.
 */
export async function listCandidates(
  db: Db,
  { jobId, lookup, before }: { jobId: string; lookup: readonly string[]; before: Date | null },
): Promise<{ id: string; conditions: string[][] }[]> {
  const { rows } = await sql<{ id: string; conditions: string[][] }>`
    select s.id, s.conditions
    from saved_searches as s, job_facets as f
    where s.id in (select saved_search_id from saved_search_terms where term = any(${[...lookup]}::text[]))
      and f.job_id = ${jobId}
      and s.status = 'active'
      and (${before}::timestamptz is null or s.created_at <= ${before})
      and (s.pay_min is null or f.hourly_max >= s.pay_min)
      and (s.posted_within is null or f.first_published_at >= now() - make_interval(days => s.posted_within))
      and (s.latitude is null or (point(f.longitude, f.latitude) <@> point(s.longitude, s.latitude)) <= s.radius)
      and (s.words is null or s.words @@ (select words from job_search where job_id = ${jobId}))`.execute(
    db,
  );
  return rows;
}

/** Writes a job into the ledger of these searches; one already there stays as it is. */
export async function insertMatches(
  db: Db,
  { jobId, savedSearchIds }: { jobId: string; savedSearchIds: readonly string[] },
): Promise<void> {
  if (savedSearchIds.length === 0) return;
  await sql`
    insert into saved_search_matches (saved_search_id, job_id)
    select id, ${jobId} from saved_searches where id = any(${[...savedSearchIds]}::uuid[])
    on conflict do nothing`.execute(db);
}
