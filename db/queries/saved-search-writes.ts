import { type RawBuilder, sql } from "kysely";
import type { MatchableJob } from "#app/domain/alerts/compile-search.ts";
import type { Point } from "#app/domain/job-query.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import type { Db } from "#db/client.ts";
import { type FoundJob, readMatchableJobs } from "./saved-search-matching.ts";
import type { SearchOwner } from "./saved-searches.ts";

type Spellings = readonly (readonly string[])[];

/** A search read and taken apart, ready to be compared with jobs. */
export interface CompiledSearch {
  /** As its URL states it. */
  params: string;
  /** What it asks, in words. */
  asks: string;
  search: JobSearch;
  conditions: string[][];
  words: Spellings;
  point: Point | null;
  /** What it is found by; empty when nothing can ever answer it. */
  terms: readonly string[];
}

interface NewSavedSearch extends CompiledSearch {
  owner: SearchOwner;
  frequency: "instant" | "daily" | "weekly";
  /** Null without a feed. */
  feedToken: string | null;
  stopToken: string;
}

/** Keeps a search, or changes how often the same one is sent; answers its id. */
export async function upsertSavedSearch(db: Db, saved: NewSavedSearch): Promise<string> {
  const { owner, params, asks, frequency, search, point, feedToken, stopToken } = saved;
  const [column, ownerId] =
    "userId" in owner
      ? [sql.ref("user_id"), owner.userId]
      : [sql.ref("alert_address_id"), owner.alertAddressId];
  const { rows } = await sql<{ id: string }>`
    insert into saved_searches (${column}, params, asks, frequency, asked, words, latitude, longitude, radius,
      pay_min, posted_within, with_hidden, feed_token, stop_token)
    values (${ownerId}, ${params}, ${asks}, ${frequency}, ${askedOf(saved.conditions)}::tsquery, ${queryOf(saved.words)},
      ${point?.latitude ?? null}, ${point?.longitude ?? null}, ${point ? search.radius : null},
      ${search.payMin}, ${search.postedWithin}, ${search.withHidden}, ${feedToken}, ${stopToken})
    on conflict (${column}, md5(params)) do update set frequency = excluded.frequency, status = 'active',
      status_changed_at = case when saved_searches.status = 'active' then saved_searches.status_changed_at else now() end,
      created_at = case when saved_searches.status = 'active' then saved_searches.created_at else now() end
    returning id`.execute(db);
  const id = rows[0]?.id ?? "";
  if (saved.terms.length > 0) {
    await sql`
      insert into saved_search_terms (term, saved_search_id)
      select term, ${id} from unnest(${[...new Set(saved.terms)]}::text[]) as term
      on conflict do nothing`.execute(db);
  }
  return id;
}

/** The conditions as a query over a job's terms, each term taken literally. */
function askedOf(conditions: readonly (readonly string[])[]): string | null {
  if (conditions.length === 0) return null;
  const literal = (term: string) => `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return conditions.map((terms) => `(${terms.map(literal).join(" | ")})`).join(" & ");
}

/** All the words of a search as one condition; null when it has none. The same rules as the search's own. */
function queryOf(words: Spellings): RawBuilder<unknown> {
  if (words.length === 0) return sql`null`;
  const units = words.map((spellings) => {
    const ways = spellings.flatMap((spelling) => {
      const stem = sql`websearch_to_tsquery('english', ${spelling})`;
      const start = spelling.toLowerCase();
      if (!/^[\p{L}\p{N}]{4,}$/u.test(start)) return [stem];
      return [stem, sql`to_tsquery('english', ${`${start}:*`})`];
    });
    return sql`(${sql.join(ways, sql` || `)})`;
  });
  return sql`(${sql.join(units, sql` && `)})`;
}

/** For each word, the first stem of each spelling: what a job must hold to be looked at. A stop word has none. */
export async function stemWords(db: Db, words: Spellings): Promise<string[][]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ word: number; stem: string }>`
    select one.word::int as word, (tsvector_to_array(to_tsvector('english', one.spelling)))[1] as stem
    from unnest(${words.flatMap((spellings, word) => spellings.map(() => word))}::int[], ${words.flat()}::text[])
      as one(word, spelling)`.execute(db);
  return words.map((_, index) =>
    rows.filter(({ word, stem }) => word === index && stem !== null).map(({ stem }) => stem),
  );
}

const SAMPLE = 300;

/** The newest jobs, as a measure of how rare a term is. */
export async function sampleJobs(db: Db): Promise<MatchableJob[]> {
  const { rows } = await sql<{ id: string }>`
    select job_id as id from job_facets order by first_published_at desc, job_id limit ${SAMPLE}`.execute(
    db,
  );
  const jobs: FoundJob[] = await readMatchableJobs(
    db,
    rows.map(({ id }) => id),
  );
  return jobs;
}
