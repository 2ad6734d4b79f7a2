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

/**
 * Holds the ledger until the transaction ends: who writes matches down and who makes digests of them take turns, in
 * whatever process. False when somebody else holds it.
 */
export async function holdLedger(db: Db): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('saved search ledger')) as held`.execute(db);
  return rows[0]?.held ?? false;
}

interface TakenJob {
  jobId: string;
  /** As Postgres writes it: a Date would lose its microseconds. */
  queuedAt: string;
}

/** Takes the jobs that became public first and are not yet looked up. Within a transaction. */
export async function takeUnmatchedJobs(db: Db, limit: number): Promise<TakenJob[]> {
  // No wait for the disk: what a crash would lose of the ledger it gives back to the queue, both in one commit.
  await sql`set local synchronous_commit = off`.execute(db);
  const { rows } = await sql<TakenJob>`
    delete from unmatched_jobs where job_id in (
      select job_id from unmatched_jobs order by queued_at limit ${limit} for update skip locked)
    returning job_id, queued_at::text`.execute(db);
  return rows;
}

/** Of these terms, those some search is indexed under. */
export async function listUsedTerms(db: Db, terms: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ term: string }>`
    select term from unnest(${[...terms]}::text[]) as term
    where exists (select from saved_search_terms where saved_search_terms.term = term.term)`.execute(
    db,
  );
  return new Set(rows.map(({ term }) => term));
}

export interface LookedUpJob {
  id: string;
  /** Only searches saved before this moment hear of it. */
  queuedAt: string;
  /** What it is looked up by in the index of searches. */
  terms: readonly string[];
  /** What the conditions of a search are compared with. */
  held: readonly string[];
}

/**
 * Writes down whose searches these jobs answer, exactly as the search itself would list them, and that those searches
 * wait to be told. A job a search was told of stays as it is. Answers how many matches are new.
 */
export async function recordMatches(db: Db, jobs: readonly LookedUpJob[]): Promise<number> {
  const pairs = jobs.flatMap(({ id, terms }) => terms.map((term) => ({ id, term })));
  if (pairs.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    with taken as materialized (
      select f.job_id, one.queued_at, f.hourly_max, f.first_published_at, point(f.longitude, f.latitude) as place,
        job_search.words, array_to_tsvector(string_to_array(one.held, chr(10))) as held
      from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(({ queuedAt }) => queuedAt)}::timestamptz[],
        ${jobs.map(({ held }) => held.join("\n"))}::text[]) as one(job_id, queued_at, held)
      join job_facets as f on f.job_id = one.job_id
      join job_search on job_search.job_id = one.job_id
    ), found as materialized (
      select distinct pair.job_id, saved_search_id
      from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ term }) => term)}::text[]) as pair(job_id, term)
      join saved_search_terms using (term)
    ), kept as (
      insert into saved_search_matches (saved_search_id, job_id)
      select s.id, taken.job_id
      from found join taken on taken.job_id = found.job_id join saved_searches as s on s.id = found.saved_search_id
      where s.status = 'active' and s.created_at <= taken.queued_at
        and (s.asked is null or taken.held @@ s.asked)
        and (s.pay_min is null or taken.hourly_max >= s.pay_min)
        and (s.posted_within is null or taken.first_published_at >= now() - make_interval(days => s.posted_within))
        and (s.latitude is null or (taken.place <@> point(s.longitude, s.latitude)) <= s.radius)
        and (s.words is null or taken.words @@ s.words)
      order by s.id
      on conflict do nothing
      returning saved_search_id
    ), waiting as (
      update saved_searches set waiting_since = now()
      where waiting_since is null and id in (select saved_search_id from kept)
    )
    select count(*) as count from kept`.execute(db);
  return rows[0]?.count ?? 0;
}
