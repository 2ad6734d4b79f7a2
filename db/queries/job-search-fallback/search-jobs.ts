import { type RawBuilder, sql } from "kysely";
import { FACETS, type FacetCounts, NOT_STATED, PAGE_SIZE } from "#app/domain/job-search.ts";
import type { Db } from "#db/client.ts";
import { milesFrom } from "../job-distance.ts";
import {
  all,
  FACET_VALUES,
  type FallbackSearch,
  facetCondition,
  facetConditions,
  isWritten,
  plainConditions,
} from "./conditions.ts";

/** One page of a search in Postgres: ids in order, and the exact total. */
export async function searchJobs(
  db: Db,
  asked: FallbackSearch,
): Promise<{ ids: string[]; total: number }> {
  const { search } = asked;
  const matching = sql`
    from jobs join job_search on job_search.job_id = jobs.id
    where ${all([...plainConditions(asked), ...facetConditions(search)])}`;
  const [page, count] = await Promise.all([
    sql<{ id: string }>`
      select jobs.id ${matching}
      order by ${order(asked)}, jobs.first_published_at desc, jobs.id
      limit ${PAGE_SIZE} offset ${(search.page - 1) * PAGE_SIZE}`.execute(db),
    sql<{ total: number }>`select count(*) as total ${matching}`.execute(db),
  ]);
  return { ids: page.rows.map(({ id }) => id), total: count.rows[0]?.total ?? 0 };
}

function order({ search, words, point }: FallbackSearch): RawBuilder<unknown> {
  if (search.sort === "distance" && point) return sql`${milesFrom(point)}`;
  if (search.sort === "pay") return sql`jobs.hourly_max desc nulls last`;
  if (search.sort === "newest" || words.length === 0) return sql`jobs.first_published_at desc`;
  const spellings = words.flatMap((word) => word.spellings);
  const phrase = words.map((word) => word.spellings[0]).join(" ");
  return sql`
    ts_rank(job_search.words, websearch_to_tsquery('english', ${spellings.join(" or ")}))
    + word_similarity(${phrase.toLowerCase()}, job_search.phrase) desc`;
}

const SPELLED = /^[\p{L}]{4,}$/u;

/**
 * Marks the words no job is written with, so that they are compared by their letters: that costs a hundred times
 * more than the index of words, and what holds a digit is never taken for anything else.
 */
export async function weighWords(
  db: Db,
  words: readonly (readonly string[])[],
): Promise<FallbackSearch["words"]> {
  if (words.length === 0) return [];
  const known = words.map(
    (spellings) =>
      sql`exists (select from job_search where ${sql.join(spellings.map(isWritten), sql` or `)})`,
  );
  const { rows } = await sql<{
    known: boolean[];
  }>`select array[${sql.join(known)}] as known`.execute(db);
  return words.map((spellings, index) => ({
    spellings,
    near: !rows[0]?.known[index] && spellings.every((spelling) => SPELLED.test(spelling)),
  }));
}

/**
 * How many jobs each value of each facet would list: every filter holds but the facet's own. Jobs are grouped by
 * their whole array first, so that 52 states a job are not unnested 100,000 times.
 */
export async function countFacets(db: Db, asked: FallbackSearch): Promise<FacetCounts> {
  const { search } = asked;
  const columns = FACETS.map((facet) => sql`${FACET_VALUES[facet]} as ${sql.ref(facet)}`);
  const passes = FACETS.map(
    (facet) => sql`${facetCondition(search, facet) ?? sql`true`} as ${sql.ref(`pass_${facet}`)}`,
  );
  const counts = FACETS.map((facet) => {
    const others = FACETS.filter((other) => other !== facet && search[other].length > 0);
    const kept = all(others.map((other) => sql<boolean>`${sql.ref(`pass_${other}`)}`));
    return sql`
      select ${facet}::text as facet, value, sum(jobs)::int8 as count
      from (select ${sql.ref(facet)} as held, count(*) as jobs from base where ${kept} group by 1) as grouped
      cross join lateral unnest(case when cardinality(held) = 0 then array[${NOT_STATED}::text] else held end) as value
      group by value`;
  });
  const { rows } = await sql<{ facet: (typeof FACETS)[number]; value: string; count: number }>`
    with base as materialized (
      select ${sql.join([...columns, ...passes])}
      from jobs join job_search on job_search.job_id = jobs.id
      where ${all(plainConditions(asked))}
    )
    ${sql.join(counts, sql` union all `)}`.execute(db);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts;
  for (const { facet, value, count } of rows) facets[facet][value] = count;
  return facets;
}
