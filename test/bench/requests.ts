import { sql } from "kysely";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { CODE_FAMILIES, findFamily } from "#app/domain/taxonomy/code-families.ts";
import { readQuery } from "#app/features/job-search/find-jobs.server.ts";
import type { RootDb } from "#db/client.ts";
import { engineQueries } from "#search/queries/search-jobs.ts";

/** More than any cache of ours keeps, so that walking through them in turn meets none. */
const SEARCHES = 8_000;
const SLUGS = 20_000;

/**
 * Distinct searches as the issue names them, `q=…&specialty=…&state=…`, each of one open job's own words: a word of
 * its title, now and then a code it asks for; its specialty; a state it admits. The same ones on every run.
 */
export async function listSearches(db: RootDb): Promise<string[]> {
  const { rows } = await sql<{ title: string; specialty: string; state: string; family: string }>`
    select title, specialty, eligible_states[1 + get_byte(decode(md5(jobs.id::text), 'hex'), 0) % cardinality(eligible_states)] as state,
      (select family_id from job_requirements where job_id = jobs.id order by position limit 1) as family
    from (
      select * from jobs where status = 'published' and cardinality(eligible_states) > 0
      order by md5(id::text) limit ${SEARCHES * 4}
    ) as jobs
    order by md5(id::text)`.execute(db);
  const found = new Set<string>();
  for (const [index, { title, specialty, state, family }] of rows.entries()) {
    const words = title.toLowerCase().match(/[a-z]{4,}/g) ?? ["coder"];
    const q =
      index % 8 === 0
        ? (findFamily(family)?.start ?? family)
        : (words[index % words.length] ?? "coder");
    found.add(String(new URLSearchParams({ q, specialty, state })));
    if (found.size === SEARCHES) break;
  }
  return [...found];
}

export async function listSlugs(db: RootDb): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from jobs where status = 'published' and expires_at > now()
    order by md5(id::text) limit ${SLUGS}`.execute(db);
  return rows.map(({ slug }) => slug);
}

export async function listFamilies(db: RootDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from code_families order by md5(id)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** What our own search code would post to the engine for each search. */
export function enginePayloads(
  db: RootDb,
  searches: readonly string[],
  { index, withFacets }: { index: string; withFacets: boolean },
): Promise<string[]> {
  return Promise.all(
    searches.map(async (search) => {
      const { query } = await readQuery(
        { db, clock: () => new Date() },
        parseJobSearch(new URLSearchParams(search)),
      );
      return JSON.stringify({
        queries: engineQueries(index, { ...query, points: null }, { withFacets }),
      });
    }),
  );
}

const COMBINED = 4_000;

/** Filters without a word, all of them different: those of open jobs, which therefore list something. */
export async function listFilters(db: RootDb): Promise<string[]> {
  const { rows } = await sql<Record<"specialty" | "state" | "mode" | "type", string>>`
    select specialty, work_mode as mode, employment_type as type, eligible_states[1] as state
    from jobs where status = 'published' and cardinality(eligible_states) > 0
    order by md5(id::text) limit ${COMBINED * 4}`.execute(db);
  const found = rows.map((row) => String(new URLSearchParams({ ...row, sort: "newest" })));
  return [...new Set(found)].slice(0, COMBINED);
}

/** The first code of each family, as people type them. */
export function listCodes(): string[] {
  const codes = CODE_FAMILIES.flatMap(({ level, start }) => (level === "system" ? [] : [start]));
  return [...new Set(codes)].map((q) => String(new URLSearchParams({ q })));
}

/** What is sent while somebody types the words of the searches, letter by letter. */
export function listTyped(searches: readonly string[]): string[] {
  const words = new Set(searches.map((search) => new URLSearchParams(search).get("q") ?? ""));
  const typed = [...words].flatMap((word) =>
    [...word].map((_, index) => word.slice(0, index + 1)).filter((part) => part.length > 1),
  );
  return [...new Set(typed)].map((q) => String(new URLSearchParams({ q })));
}
