import { freshToken } from "#app/auth/link-token.ts";
import {
  indexableSets,
  rarest,
  termConditions,
  termsOfJob,
} from "#app/domain/alerts/compile-search.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import { jobSearchParams } from "#app/domain/parse-job-search.ts";
import { spellingsOf } from "#app/domain/taxonomy/synonyms.ts";
import { readQuery } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { weighWords } from "#db/queries/job-search-fallback/weigh-words.ts";
import { sampleJobs, stemWords, upsertSavedSearch } from "#db/queries/saved-search-writes.ts";
import { countSavedSearches } from "#db/queries/saved-searches.ts";
import { wordsOfSearch } from "./words-of-search.ts";

const MOST = 50;

/** Saves a search to be sent as often as asked; saving the same one again changes how often. Answers its id. */
export async function saveSearch(
  { db, clock }: Pick<Deps, "db" | "clock">,
  {
    userId,
    search: asked,
    frequency,
  }: { userId: string; search: JobSearch; frequency: "instant" | "daily" | "weekly" },
): Promise<string> {
  const search: JobSearch = { ...asked, page: 1, sort: "relevance" };
  if ((await countSavedSearches(db, userId)) >= MOST) {
    throw new DomainError(
      "not-allowed",
      `You have ${MOST} saved searches. Delete one you no longer need first.`,
    );
  }
  const { query, near, phrases } = await readQuery({ db, clock }, search);
  const weighed = await weighWords(db, spellingsOf(query.words));
  // A word nobody writes is not guessed at: a mail must not come for something spelled nearly like it.
  const words = weighed.map(({ spellings }) => spellings);
  const [lexemes, sample] = await Promise.all([stemWords(db, words), sampleJobs(db)]);
  const counts = new Map<string, number>();
  for (const job of sample) {
    for (const term of termsOfJob(job).lookup) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const isHopeless = lexemes.some((starts) => starts.length === 0);
  const sets = indexableSets({ ...query, lexemes });
  return db.transaction().execute((trx) =>
    upsertSavedSearch(trx, {
      userId,
      params: jobSearchParams(search).toString(),
      asks: wordsOfSearch(search, { place: near?.label ?? null, phrases }),
      frequency,
      search: query.search,
      conditions: termConditions(query),
      words,
      point: query.point,
      terms: isHopeless ? [] : rarest(sets, (term) => counts.get(term) ?? 0),
      feedToken: freshToken(),
      stopToken: freshToken(),
    }),
  );
}
