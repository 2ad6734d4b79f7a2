import type { MultiSearchQuery } from "meilisearch";
import type { SearchEngine } from "../client.ts";
import { SearchUnavailable } from "./search-jobs.ts";

const quoted = (values: readonly string[]): string =>
  `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

/**
 * Ids of open jobs that require one of these families, the newest first: those whose coder may live in one of `states`
 * before all others. Rejects with `SearchUnavailable` when the engine is slow, away, or has failed too often lately.
 */
export async function listCandidateJobs(
  { client, jobsIndex, breaker, patienceMs, inTurn }: SearchEngine,
  {
    familyIds,
    states,
    now,
    limit,
  }: { familyIds: readonly string[]; states: readonly string[]; now: Date; limit: number },
): Promise<string[]> {
  if (familyIds.length === 0) return [];
  if (!breaker.allows()) throw new SearchUnavailable("the breaker is open");
  const wanted = [
    `expiresAt > ${Math.floor(now.getTime() / 1_000)}`,
    `requires IN ${quoted(familyIds)}`,
  ];
  const query = (filter: string[]): MultiSearchQuery => ({
    indexUid: jobsIndex,
    q: "",
    filter,
    sort: ["publishedAt:desc"],
    limit,
    attributesToRetrieve: ["id"],
  });
  const near = states.length > 0 ? [query([...wanted, `state IN ${quoted(states)}`])] : [];
  try {
    const { results } = await inTurn(() =>
      client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>(
        { queries: [...near, query(wanted)] },
        { signal: AbortSignal.timeout(patienceMs) },
      ),
    );
    breaker.succeeded();
    return [...new Set(results.flatMap(({ hits }) => hits.map(({ id }) => id)))].slice(0, limit);
  } catch (error) {
    breaker.failed();
    throw new SearchUnavailable("the engine did not answer", { cause: error });
  }
}
