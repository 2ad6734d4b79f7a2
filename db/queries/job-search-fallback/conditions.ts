import { type RawBuilder, sql } from "kysely";
import type { JobQuery, Point } from "#app/domain/job-query.ts";
import { FACETS, type Facet, type JobSearch } from "#app/domain/job-search.ts";
import type { LeaveOut } from "#app/domain/leave-out.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";
import { holdsOne } from "../job-facets.ts";

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

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;

const any = (conditions: readonly Condition[]): Condition =>
  sql`(${sql.join(conditions, sql` or `)})`;

/** What a facet's chosen values ask of a job; null when none is chosen. */
export function facetCondition(search: JobSearch, facet: Facet): Condition | null {
  const chosen = facet === "family" ? withSuccessors(search.family) : search[facet];
  return chosen.length === 0 ? null : holdsOne(facet, chosen);
}

export const facetConditions = (search: JobSearch): Condition[] =>
  FACETS.map((facet) => facetCondition(search, facet)).filter((condition) => condition !== null);

/**
 * All that is asked beside the facets: the words, the codes, pay, place, age; open jobs only, which are those that
 * have a row and have not ended.
 */
export function plainConditions({
  search,
  words,
  covering,
  asked,
  point,
  leaveOut,
  asOf,
}: FallbackSearch): Condition[] {
  const conditions: Condition[] = [
    sql`job_facets.expires_at > now()`,
    ...words.map(
      (word): Condition =>
        sql`job_facets.job_id in (select job_id from job_search where ${wordCondition(word)})`,
    ),
    // A requirement above or at the code's own family: its siblings share ancestors, not the code.
    ...covering.map((families) => holdsOne("requires", families)),
    ...asked.map(holdsTerm),
  ];
  if (search.payMin !== null) conditions.push(sql`job_facets.hourly_max >= ${search.payMin}`);
  if (search.apprentice) conditions.push(sql`job_facets.apprentice`);
  if (search.postedWithin !== null) {
    conditions.push(
      sql`job_facets.first_published_at >= now() - make_interval(days => ${search.postedWithin}::int)`,
    );
  }
  // Times are finer here than the walk's milliseconds.
  if (asOf)
    conditions.push(
      sql`job_facets.first_published_at < to_timestamp(${(asOf + 1) / 1_000}::float8)`,
    );
  if (point) conditions.push(sql`${milesAway(point)} <= ${search.radius}`);
  if (leaveOut) {
    const leftOut = isLeftOut(leaveOut.named);
    conditions.push(leaveOut.turnedRound ? leftOut : sql`not ${leftOut}`);
  }
  return conditions;
}

/** One of these terms ("state:TX", "apprentice"). */
export function holdsTerm(terms: readonly string[]): Condition {
  const byFacet = Map.groupBy(terms, (term) => term.split(":", 1)[0] ?? "");
  return any(
    [...byFacet].flatMap(([name, own]) => {
      if (name === "apprentice") return [sql<boolean>`job_facets.apprentice`];
      const facet = FACETS.find((one) => one === name);
      return facet
        ? [
            holdsOne(
              facet,
              own.map((term) => term.slice(name.length + 1)),
            ),
          ]
        : [];
    }),
  );
}

const isLeftOut = ({ jobIds, employerIds, employerKinds }: LeaveOut): Condition => sql`(
  job_facets.job_id = any(${[...jobIds]}::uuid[])
  or job_facets.job_id in (
    select jobs.id from jobs join employers on employers.id = jobs.employer_id
    where employers.id = any(${[...employerIds]}::uuid[]) or employers.kind = any(${[...employerKinds]}::text[])
  ))`;

/** Statute miles from a point; null where the job states no place. */
export const milesAway = ({ latitude, longitude }: Point) =>
  sql<
    number | null
  >`(point(job_facets.longitude, job_facets.latitude) <@> point(${longitude}::float8, ${latitude}::float8))`;

/** One word in any of its spellings. */
const wordCondition = ({ spellings, near }: Word): Condition =>
  any(spellings.map((spelling) => (near ? isNearly(spelling) : isWritten(spelling))));

/** As a stem ("coders" finds "coder") or, from four letters on, as a beginning. */
export function isWritten(spelling: string): Condition {
  const stem: Condition = sql`job_search.words @@ websearch_to_tsquery('english', ${spelling})`;
  const start = spelling.toLowerCase();
  if (!/^[\p{L}\p{N}]{4,}$/u.test(start)) return stem;
  return sql`(${stem} or job_search.words @@ to_tsquery('english', ${`${start}:*`}))`;
}

const isNearly = (spelling: string): Condition =>
  sql`${spelling.toLowerCase()} <% job_search.phrase`;
