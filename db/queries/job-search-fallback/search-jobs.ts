import { type RawBuilder, sql } from "kysely";
import { FACETS, type FacetCounts, PAGE_SIZE } from "#app/domain/job-search.ts";
import { finestOf } from "#app/domain/taxonomy/covering.ts";
import type { Db } from "#db/client.ts";
import { holdsOne } from "../job-facets.ts";
import {
  all,
  type FallbackSearch,
  facetCondition,
  facetConditions,
  holdsTerm,
  milesAway,
  plainConditions,
} from "./conditions.ts";

/** One page of a search in Postgres: ids in order, and the exact total. */
export async function searchJobs(
  db: Db,
  asked: FallbackSearch,
): Promise<{ ids: string[]; total: number }> {
  const { search, pageSize = PAGE_SIZE } = asked;
  const conditions = all([...plainConditions(asked), ...facetConditions(search)]);
  const [page, count] = await Promise.all([
    sql<{ id: string }>`
      select job_facets.job_id as id
      from job_facets ${isRanked(asked) ? sql`join job_search on job_search.job_id = job_facets.job_id` : sql``}
      where ${conditions}
      order by ${order(asked)} job_facets.first_published_at desc, job_facets.job_id
      limit ${pageSize} offset ${(search.page - 1) * pageSize}`.execute(db),
    sql<{ total: number }>`select count(*) as total from job_facets where ${conditions}`.execute(
      db,
    ),
  ]);
  return { ids: page.rows.map(({ id }) => id), total: count.rows[0]?.total ?? 0 };
}

const isRanked = ({ search, words }: FallbackSearch): boolean =>
  search.sort === "relevance" && words.length > 0;

/** What comes before the newest first, with its comma. */
function order(asked: FallbackSearch): RawBuilder<unknown> {
  const { search, words, point } = asked;
  if (search.sort === "distance" && point) return sql`${milesAway(point)},`;
  if (search.sort === "pay") return sql`job_facets.hourly_max desc nulls last,`;
  const exact = exactFirst(asked);
  if (!isRanked(asked)) return exact;
  const spellings = words.flatMap((word) => word.spellings);
  const near = words.filter((word) => word.near).map((word) => word.spellings[0]);
  const closeness =
    near.length > 0 ? sql`+ word_similarity(${near.join(" ")}, job_search.phrase)` : sql``;
  return sql`${exact}
    ts_rank(job_search.words, websearch_to_tsquery('english', ${spellings.join(" or ")})) ${closeness} desc,`;
}

/** Jobs of a typed code's own families, and of what a word means first, before the others. */
function exactFirst({ search, covering, meantFirst }: FallbackSearch): RawBuilder<unknown> {
  const own = [
    ...covering.map((families) => holdsOne("requires", finestOf(families))),
    ...meantFirst.map(holdsTerm),
  ];
  return search.sort === "relevance" && own.length > 0 ? sql`${all(own)} desc,` : sql``;
}

/**
 * How many jobs each value of each facet would list: every filter holds but the facet's own. Jobs are grouped by
 * the key of their whole set first, so that 52 states a job are not unnested 100,000 times.
 */
export async function countFacets(db: Db, asked: FallbackSearch): Promise<FacetCounts> {
  const { search } = asked;
  const columns = FACETS.map((facet) => sql.ref(`job_facets.${facet}`));
  const passes = FACETS.map(
    (facet) => sql`${facetCondition(search, facet) ?? sql`true`} as ${sql.ref(`pass_${facet}`)}`,
  );
  const counts = FACETS.map((facet) => {
    const others = FACETS.filter((other) => other !== facet && search[other].length > 0);
    const kept = all(others.map((other) => sql<boolean>`${sql.ref(`pass_${other}`)}`));
    return sql`
      select ${facet}::text as facet, value, sum(jobs)::int8 as count
      from (select ${sql.ref(facet)} as key, count(*) as jobs from base where ${kept} group by 1) as grouped
      join job_facet_sets on job_facet_sets.facet = ${facet} and job_facet_sets.key = grouped.key
      cross join lateral unnest(held) as value
      group by value`;
  });
  const { rows } = await sql<{ facet: (typeof FACETS)[number]; value: string; count: number }>`
    with base as materialized (
      select ${sql.join([...columns, ...passes])} from job_facets where ${all(plainConditions(asked))}
    )
    ${sql.join(counts, sql` union all `)}`.execute(db);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts;
  for (const { facet, value, count } of rows) facets[facet][value] = count;
  return facets;
}
