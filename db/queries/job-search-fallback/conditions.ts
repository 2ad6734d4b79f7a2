import { type RawBuilder, sql } from "kysely";
import type { JobQuery } from "#app/domain/job-query.ts";
import { FACETS, type Facet, type JobSearch, NOT_STATED } from "#app/domain/job-search.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";
import { milesFrom } from "../job-distance.ts";

/** A search as Postgres answers it: its words weighed. */
export interface FallbackSearch extends Omit<JobQuery, "words" | "now"> {
  /** For each thing typed, its spellings and synonyms: a job must hold one of each. */
  words: readonly Word[];
}

export interface Word {
  spellings: readonly string[];
  /** Written nowhere, so taken for a slip of the keyboard: anything spelled nearly like it will do. */
  near: boolean;
}

export type Condition = RawBuilder<boolean>;

/** Every facet as an array: a job counts once under each of its values, under "not stated" when it has none. */
export const FACET_VALUES: Record<Facet, RawBuilder<string[]>> = {
  family: sql`job_search.family_ids`,
  specialty: sql`job_search.specialties`,
  credential: sql`job_search.credentials`,
  setting: sql`jobs.settings`,
  mode: sql`array_remove(array[jobs.work_mode], null)`,
  type: sql`array_remove(array[jobs.employment_type], null)`,
  state: sql`jobs.eligible_states`,
  experience: sql`array_remove(array[jobs.experience_level], null)`,
  software: sql`jobs.software`,
};

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;

const any = (conditions: readonly Condition[]): Condition =>
  sql`(${sql.join(conditions, sql` or `)})`;

/** What a facet's chosen values ask of a job; null when none is chosen. */
export function facetCondition(search: JobSearch, facet: Facet): Condition | null {
  const chosen = facet === "family" ? withSuccessors(search.family) : search[facet];
  if (chosen.length === 0) return null;
  const values = FACET_VALUES[facet];
  const stated = chosen.filter((value) => value !== NOT_STATED);
  const ways: Condition[] = [];
  if (stated.length > 0) ways.push(sql`${values} && ${stated}::text[]`);
  if (stated.length < chosen.length) ways.push(sql`cardinality(${values}) = 0`);
  return any(ways);
}

export const facetConditions = (search: JobSearch): Condition[] =>
  FACETS.map((facet) => facetCondition(search, facet)).filter((condition) => condition !== null);

/** All that is asked beside the facets: the words, the codes, pay, place, age; open jobs only. */
export function plainConditions({ search, words, covering, point }: FallbackSearch): Condition[] {
  const conditions: Condition[] = [
    sql`jobs.status = 'published' and jobs.expires_at > now()`,
    ...words.map(wordCondition),
    // A requirement above or at the code's own family: its siblings share ancestors, not the code.
    ...covering.map((families): Condition => sql`job_search.required_ids && ${families}::text[]`),
  ];
  if (search.payMin !== null) conditions.push(sql`jobs.hourly_max >= ${search.payMin}`);
  if (search.apprentice) conditions.push(sql`jobs.accepts_apprentices`);
  if (search.postedWithin !== null) {
    conditions.push(
      sql`jobs.first_published_at >= now() - make_interval(days => ${search.postedWithin}::int)`,
    );
  }
  if (point) conditions.push(sql`${milesFrom(point)} <= ${search.radius}`);
  return conditions;
}

/** One word in any of its spellings. */
const wordCondition = ({ spellings, near }: Word): Condition =>
  any(spellings.map((spelling) => (near ? isNearly(spelling) : isWritten(spelling))));

/** As a stem ("coders" finds "coder") or, from three letters on, as a beginning. */
export function isWritten(spelling: string): Condition {
  const stem: Condition = sql`job_search.words @@ websearch_to_tsquery('english', ${spelling})`;
  const start = spelling.toLowerCase();
  if (!/^[\p{L}\p{N}]{3,}$/u.test(start)) return stem;
  return sql`(${stem} or job_search.words @@ to_tsquery('english', ${`${start}:*`}))`;
}

const isNearly = (spelling: string): Condition =>
  sql`${spelling.toLowerCase()} <% job_search.phrase`;
