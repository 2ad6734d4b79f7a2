import { freshToken } from "#app/auth/link-token.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { upsertSavedSearch } from "#db/queries/saved-search-writes.ts";
import { countSavedSearches } from "#db/queries/saved-searches.ts";
import { compileSearch, countTerms } from "./compile-search.server.ts";

const MOST = 50;

/** Saves a search to be sent as often as asked; saving the same one again changes how often. Answers its id. */
export async function saveSearch(
  { db, clock }: Pick<Deps, "db" | "clock">,
  {
    userId,
    search,
    frequency,
  }: { userId: string; search: JobSearch; frequency: "instant" | "daily" | "weekly" },
): Promise<string> {
  if ((await countSavedSearches(db, userId)) >= MOST) {
    throw new DomainError(
      "not-allowed",
      `You have ${MOST} saved searches. Delete one you no longer need first.`,
    );
  }
  const compiled = await compileSearch({ db, clock }, search, await countTerms(db));
  return db.transaction().execute((trx) =>
    upsertSavedSearch(trx, {
      ...compiled,
      userId,
      frequency,
      feedToken: freshToken(),
      stopToken: freshToken(),
    }),
  );
}
