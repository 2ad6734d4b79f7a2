import type { JobQuery } from "#app/domain/job-query.ts";
import {
  type FacetCounts,
  type InterpretedPhrase,
  type JobSearch,
  type JobSearchResult,
  PAGE_SIZE,
} from "#app/domain/job-search.ts";
import { type LeaveOut, leavesNothingOut } from "#app/domain/leave-out.ts";
import { askedSearch, withWords } from "#app/domain/query-understanding/asked-search.ts";
import { spellingsOf } from "#app/domain/taxonomy/synonyms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isDatabaseAway } from "#db/database-away.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { listPointsWithin, sortByDistance } from "#db/queries/job-points.ts";
import {
  countFacets,
  searchJobs as searchPostgres,
} from "#db/queries/job-search-fallback/search-jobs.ts";
import { weighWords } from "#db/queries/job-search-fallback/weigh-words.ts";
import { readMarkVersion, readSearchGeneration } from "#db/queries/search-outbox.ts";
import type { SearchEngine } from "#search/client.ts";
import { ENGINE_DEPTH, MOST_POINTS } from "#search/indexes/jobs.ts";
import { SearchUnavailable, searchJobs as searchEngine } from "#search/queries/search-jobs.ts";
import { facetKey, keepFacets, keptFacets } from "./facet-cache.server.ts";
import { findNear } from "./find-near.server.ts";
import { knownNames } from "./known-names.server.ts";

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

/**
 * Runs a search: the engine finds, Postgres says what is true, so a closed job never shows. With the engine slow,
 * away or too deep in its pages, Postgres finds as well. A page past the last shows the last.
 */
export async function findJobs(
  deps: Deps,
  search: JobSearch,
  leaveOut: LeaveOut | null = null,
): Promise<JobSearchResult> {
  const started = performance.now();
  const named = leaveOut && !leavesNothingOut(leaveOut) ? leaveOut : null;
  const { found, read, setAside } = await findAsRead(deps, search, named);
  const { codes, near, phrases } = read;
  const hits = await listJobHits(deps.db, found.ids, near);
  const tookMs = performance.now() - started;
  deps.metrics.searchDuration.observe({ backend: found.backend }, tookMs / 1_000);
  return {
    hits,
    // What the index still held of jobs that closed a moment ago is not counted either.
    total: found.total - (found.ids.length - hits.length),
    page: found.page,
    pageSize: PAGE_SIZE,
    facets: found.facets,
    interpreted: { codes, near: near?.label ?? null, phrases, setAside },
    backend: found.backend,
    tookMs: Math.round(tookMs * 10) / 10,
  };
}

/** How many jobs of a search this person does not see. */
export async function countLeftOut(
  deps: Deps,
  search: JobSearch,
  leaveOut: LeaveOut,
): Promise<number> {
  if (leavesNothingOut(leaveOut)) return 0;
  const { query } = await readQuery(deps, { ...search, page: 1, sort: "relevance" });
  return (await find(deps, { ...query, leaveOut: { named: leaveOut, turnedRound: true } })).total;
}

/** The typed line read and the place found: what either backend is asked. Everything that searches reads it here. */
export async function readQuery({ db, clock }: Pick<Deps, "db" | "clock">, asked: JobSearch) {
  const { codes, phrases, ...read } = askedSearch(asked, await knownNames(db, asked.q));
  const near = read.search.near === null ? null : await findNear(read.search.near);
  const query: JobQuery = { ...read, point: near, now: clock() };
  return { query, codes, phrases, near };
}

/**
 * Finds by what the line was read as. Where nothing answers that and its words alone find something, it finds by the
 * words, and says which readings it set aside; codes stay codes.
 */
async function findAsRead(deps: Deps, search: JobSearch, leaveOut: LeaveOut | null) {
  const read = await readQuery(deps, search);
  const asked = { ...read.query, leaveOut: leaveOut && { named: leaveOut, turnedRound: false } };
  const found = await findPage(deps, asked);
  const doubtful = read.phrases.filter(({ kind }) => kind !== "code");
  const asFound = { found, read, setAside: [] as InterpretedPhrase[] };
  if (found.total > 0 || doubtful.length === 0) return asFound;
  // What the person asking hid is an answer too.
  if (leaveOut && (await find(deps, read.query)).total > 0) return asFound;
  const literal = await readQuery(deps, {
    ...withWords(search, doubtful),
    page: search.page,
  });
  const byWords = await findPage(deps, { ...literal.query, leaveOut: asked.leaveOut });
  return byWords.total > 0 ? { found: byWords, read: literal, setAside: doubtful } : asFound;
}

async function findPage(deps: Deps, query: JobQuery): Promise<Found & { page: number }> {
  const found = await find(deps, query);
  const last = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  if (query.search.page <= last) return { ...found, page: query.search.page };
  const again = { ...query, search: { ...query.search, page: last } };
  return { ...(await find(deps, again)), page: last };
}

async function find(deps: Deps, query: JobQuery): Promise<Found> {
  const isDeep = query.search.page * PAGE_SIZE > ENGINE_DEPTH;
  if (deps.search && !isDeep) {
    try {
      return await findInEngine(deps, deps.search, query);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      if (error instanceof SearchUnavailable) {
        deps.log.warn({ err: error }, "Postgres answers a search for the engine");
      } else {
        deps.log.error({ err: error }, "the search engine refused a search of ours");
      }
    }
  }
  return await findInPostgres(deps, query);
}

async function findInEngine({ db }: Deps, engine: SearchEngine, query: JobQuery): Promise<Found> {
  const { point, search } = query;
  const [generation, points] = await Promise.all([
    readSearchGeneration(db),
    point && listPointsWithin(db, point, { radius: search.radius, most: MOST_POINTS }),
  ]);
  if (generation === 0) throw new SearchUnavailable("the index was never filled");
  if (point && !points) throw new SearchUnavailable("too many places are within that radius");
  const key = facetKey(query, generation);
  const known = keptFacetsOf(engine, key, query);
  const asked = { ...query, points };
  const { ids, total, facets } = await searchEngine(engine, asked, { withFacets: !known });
  if (facets) keepFacets(engine, key, { facets, lifetimeMs: ENGINE_COUNTS_MS });
  const found = { total, facets: known ?? facets ?? ({} as FacetCounts) };
  if (search.sort !== "distance" || !point) return { ...found, ids, backend: "meilisearch" };
  if (total > ids.length) throw new SearchUnavailable("too many jobs to sort by distance");
  const order = { from: point, page: search.page, pageSize: PAGE_SIZE };
  return { ...found, ids: await sortByDistance(db, ids, order), backend: "meilisearch" };
}

async function findInPostgres({ db }: Deps, query: JobQuery): Promise<Found> {
  const words = await weighWords(db, spellingsOf(query.words));
  const asked = { ...query, words };
  const key = facetKey(query, await readMarkVersion(db));
  const known = keptFacetsOf(db, key, query);
  const [{ ids, total }, facets] = await Promise.all([
    searchPostgres(db, asked),
    known ?? countFacets(db, asked),
  ]);
  if (!known) keepFacets(db, key, { facets, lifetimeMs: POSTGRES_COUNTS_MS });
  return { ids, total, facets, backend: "postgres" };
}

/** The counts known already; what is only counted as a whole needs none. */
const keptFacetsOf = (owner: object, key: string, { leaveOut }: JobQuery): FacetCounts | null =>
  leaveOut?.turnedRound ? ({} as FacetCounts) : keptFacets(owner, key);
