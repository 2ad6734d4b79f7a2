import { freshToken } from "#app/auth/link-token.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { type CompiledSearch, upsertSavedSearch } from "#db/queries/saved-search-writes.ts";
import { countSavedSearches, type SearchOwner } from "#db/queries/saved-searches.ts";
import { compileSearch, countTerms } from "./compile-search.server.ts";

const MOST = 50;

type Frequency = "instant" | "daily" | "weekly";

/** Saves a search to be sent as often as asked; saving the same one again changes how often. Answers its id. */
export async function saveSearch(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { userId, search, frequency }: { userId: string; search: JobSearch; frequency: Frequency },
): Promise<string> {
  const compiled = await compileSearch({ db, clock }, search, await countTerms(db));
  return db
    .transaction()
    .execute((trx) => keepSearch(trx, { owner: { userId }, compiled, frequency }));
}

/** Keeps a search for whoever it belongs to. Within a transaction. Throws "not-allowed" when they have too many. */
export async function keepSearch(
  trx: Db,
  {
    owner,
    compiled,
    frequency,
  }: { owner: SearchOwner; compiled: CompiledSearch; frequency: Frequency },
): Promise<string> {
  if ((await countSavedSearches(trx, owner)) >= MOST) {
    throw new DomainError(
      "not-allowed",
      `You have ${MOST} saved searches. Delete one you no longer need first.`,
    );
  }
  return upsertSavedSearch(trx, {
    ...compiled,
    owner,
    frequency,
    feedToken: "userId" in owner ? freshToken() : null,
    stopToken: freshToken(),
  });
}
