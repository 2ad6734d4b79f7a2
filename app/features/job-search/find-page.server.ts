import type { JobQuery } from "#app/domain/job-query.ts";
import { type FacetCounts, type JobSearchResult, PAGE_SIZE } from "#app/domain/job-search.ts";
import type { JobWalk, WalkOrder } from "#app/domain/job-walk.ts";
import { spellingsOf } from "#app/domain/taxonomy/synonyms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isDatabaseAway } from "#db/database-away.ts";
import { listPointsWithin, sortByDistance } from "#db/queries/job-points.ts";
import {
  countFacets,
  searchJobs as searchPostgres,
} from "#db/queries/job-search-fallback/search-jobs.ts";
import { weighWords } from "#db/queries/job-search-fallback/weigh-words.ts";
import { readMarkVersion, readSearchGeneration } from "#db/queries/search-outbox.ts";
import type { SearchEngine } from "#search/client.ts";
import type { ColumnsNow } from "#search/columns/live-columns.ts";
import { ENGINE_DEPTH, MOST_POINTS } from "#search/indexes/jobs.ts";
import { SearchUnavailable, searchJobs as searchEngine } from "#search/queries/search-jobs.ts";
import { createTurns } from "#search/turns.ts";
import { facetKey, keepFacets, keptFacets, needsFacets } from "./facet-cache.server.ts";
import {
  facetsInColumns,
  findInColumns,
  isDeep,
  isForColumns,
  lookInColumns,
} from "./find-in-columns.server.ts";
import { walkToPage } from "./walk-pages.server.ts";

// Jobs expire and "posted within" moves on without any change to the index.
const ENGINE_COUNTS_MS = 15_000;
// A change has its number a moment before it can be seen; counts taken in between are wrong for this long.
const POSTGRES_COUNTS_MS = 2_000;

interface Found {
  ids: string[];
  total: number;
  facets: FacetCounts;
  backend: JobSearchResult["backend"];
}

export interface FoundPage extends Found {
  page: number;
  offset: number;
  newer: number;
  /** Whether it follows the walk asked for; its number as the list is now, otherwise. */
  isWalked: boolean;
  isReordered: boolean;
  /** How many of all found its pages list. */
  listed: number;
  order: WalkOrder;
}

/** A page of a search, by its number or as a walk leads to it. A page past the last listed is the last. */
export async function findPage(
  deps: Deps,
  query: JobQuery,
  walk: JobWalk | null,
): Promise<FoundPage> {
  const walked = walk && (await findWalked(deps, query, walk));
  if (walked) return walked;
  const found = await find(deps, onPage(query, Math.min(query.search.page, pagesListed(query))));
  const last = Math.max(1, Math.ceil(Math.min(found.total, mostListed(query)) / PAGE_SIZE));
  const page = Math.min(query.search.page, last);
  const shown = page === query.search.page ? found : await find(deps, onPage(query, page));
  const plain = { newer: 0, isWalked: false, isReordered: false };
  const offset = (page - 1) * PAGE_SIZE;
  return { ...shown, ...plain, ...listing(query, shown), page, offset };
}

/** The page a walk leads to, with the counts of the list as it is now; null where it ends, or is too far. */
async function findWalked(deps: Deps, query: JobQuery, walk: JobWalk): Promise<FoundPage | null> {
  const { page } = query.search;
  // Without columns a deep page means reading every job before it.
  const most = deps.columns ? mostListed(query) : ENGINE_DEPTH;
  if (page === 1 || page * PAGE_SIZE > most) return null;
  const read = async (pageSize: number) => {
    const list = await find(deps, { ...onPage(query, 1), asOf: walk.asOf, pageSize });
    return { ...list, order: orderOf(query, list) };
  };
  const [now, walked] = await Promise.all([
    find(deps, onPage(query, 1)),
    walkToPage(walk, { page, pageSize: PAGE_SIZE, most, read }),
  ]);
  if (walked.ids.length === 0) return null;
  const newer = Math.max(0, now.total - walked.total);
  const { facets } = now;
  return { ...walked, ...listing(query, walked), facets, page, newer, isWalked: true };
}

// The engine ranks only its best, and Postgres would rank the others by rules of its own.
const mostListed = ({ words }: JobQuery): number =>
  words.length > 0 ? ENGINE_DEPTH : Number.POSITIVE_INFINITY;

const pagesListed = (query: JobQuery): number => mostListed(query) / PAGE_SIZE;

const listing = (query: JobQuery, found: Found) => ({
  listed: Math.min(found.total, mostListed(query)),
  order: orderOf(query, found),
});

function orderOf({ words, search, point }: JobQuery, { backend }: Found): WalkOrder {
  const isRanked = search.sort === "relevance" || (search.sort === "distance" && !point);
  if (words.length === 0 || !isRanked) return "same";
  return backend === "meilisearch" ? "engine" : "postgres";
}

const onPage = (query: JobQuery, page: number): JobQuery => ({
  ...query,
  search: { ...query.search, page },
});

/**
 * Asks the engine; what it is not good at, or cannot answer for being slow or away, is found in memory where the search
 * has no words, and by Postgres where it has.
 */
export async function find(deps: Deps, query: JobQuery): Promise<Found> {
  const held = await lookInColumns(deps, query);
  if (held && isForColumns(query)) return findInColumns(held, query);
  if (deps.search && !isDeep(query)) {
    try {
      return await findInEngine(deps, deps.search, { query, held });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      if (error instanceof SearchUnavailable) {
        deps.log.warn({ err: error }, "a search is answered without the engine");
      } else {
        deps.log.error({ err: error }, "the search engine refused a search of ours");
      }
    }
  }
  const heldNow = await lookInColumns(deps, query);
  return heldNow ? findInColumns(heldNow, query) : await findInPostgres(deps, query);
}

async function findInEngine(
  { db }: Deps,
  engine: SearchEngine,
  { query, held }: { query: JobQuery; held: ColumnsNow | null },
): Promise<Found> {
  const { point, search } = query;
  const counted = held && facetsInColumns(held.columns, query);
  const [generation, points] = await Promise.all([
    held?.generation ?? readSearchGeneration(db),
    point && listPointsWithin(db, point, { radius: search.radius, most: MOST_POINTS }),
  ]);
  if (generation === 0) throw new SearchUnavailable("the index was never filled");
  if (point && !points) throw new SearchUnavailable("too many places are within that radius");
  const key = facetKey(query, generation);
  const known = counted ?? keptFacetsOf(query, engine, key);
  const asked = { ...query, points };
  const { ids, total, facets } = await searchEngine(engine, asked, { withFacets: !known });
  if (facets) keepFacets(engine, key, { facets, lifetimeMs: ENGINE_COUNTS_MS });
  const found = { total, facets: known ?? facets ?? ({} as FacetCounts) };
  if (search.sort !== "distance" || !point) return { ...found, ids, backend: "meilisearch" };
  if (total > ids.length) throw new SearchUnavailable("too many jobs to sort by distance");
  const order = { from: point, page: search.page, pageSize: query.pageSize ?? PAGE_SIZE };
  return { ...found, ids: await sortByDistance(db, ids, order), backend: "meilisearch" };
}

// A search without the engine keeps a core busy for its whole time; more at once would hold every connection there is,
// and pages that need one for a millisecond would wait behind them.
const inTurn = createTurns(3);

const findInPostgres = (deps: Deps, query: JobQuery): Promise<Found> =>
  inTurn(() => askPostgres(deps, query));

async function askPostgres({ db }: Deps, query: JobQuery): Promise<Found> {
  const words = await weighWords(db, spellingsOf(query.words));
  const asked = { ...query, words };
  const key = facetKey(query, await readMarkVersion(db));
  const known = keptFacetsOf(query, db, key);
  const [{ ids, total }, facets] = await Promise.all([
    searchPostgres(db, asked),
    known ?? countFacets(db, asked),
  ]);
  if (!known) keepFacets(db, key, { facets, lifetimeMs: POSTGRES_COUNTS_MS });
  return { ids, total, facets, backend: "postgres" };
}

const keptFacetsOf = (query: JobQuery, owner: object, key: string): FacetCounts | null =>
  needsFacets(query) ? keptFacets(owner, key) : ({} as FacetCounts);
