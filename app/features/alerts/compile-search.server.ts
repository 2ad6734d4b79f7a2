import {
  indexableSets,
  rarest,
  termConditions,
  termsOfJob,
} from "#app/domain/alerts/compile-search.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import { jobSearchParams } from "#app/domain/parse-job-search.ts";
import { spellingsOf } from "#app/domain/taxonomy/synonyms.ts";
import { readQuery } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { weighWords } from "#db/queries/job-search-fallback/weigh-words.ts";
import { type CompiledSearch, sampleJobs, stemWords } from "#db/queries/saved-search-writes.ts";
import { wordsOfSearch } from "./words-of-search.ts";

type TermCounts = ReadonlyMap<string, number>;

/** How many of the newest jobs hold each term: the measure of how rare one is. */
export async function countTerms(db: Db): Promise<TermCounts> {
  const counts = new Map<string, number>();
  for (const job of await sampleJobs(db)) {
    for (const term of termsOfJob(job)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** A search as the matcher compares it with new jobs, whatever its page and order were. */
export async function compileSearch(
  { db, clock }: Pick<Deps, "db" | "clock">,
  asked: JobSearch,
  counts: TermCounts,
): Promise<CompiledSearch> {
  const search: JobSearch = { ...asked, page: 1, sort: "relevance" };
  const { query, near, phrases } = await readQuery({ db, clock }, search);
  const weighed = await weighWords(db, spellingsOf(query.words));
  // A word nobody writes is not guessed at: a mail must not come for something spelled nearly like it.
  const words = weighed.map(({ spellings }) => spellings);
  const lexemes = await stemWords(db, words);
  const isHopeless = lexemes.some((starts) => starts.length === 0);
  const sets = indexableSets({ ...query, lexemes });
  return {
    params: jobSearchParams(search).toString(),
    asks: wordsOfSearch(search, { place: near?.label ?? null, phrases }),
    search: query.search,
    conditions: termConditions(query),
    words,
    point: query.point,
    terms: isHopeless ? [] : rarest(sets, (term) => counts.get(term) ?? 0),
  };
}
