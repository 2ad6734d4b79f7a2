import type { JobQuery } from "#app/domain/job-query.ts";
import {
  type InterpretedPhrase,
  type JobSearch,
  type JobSearchResult,
  PAGE_SIZE,
} from "#app/domain/job-search.ts";
import { type JobWalk, walkOn } from "#app/domain/job-walk.ts";
import { type LeaveOut, leavesNothingOut } from "#app/domain/leave-out.ts";
import { askedSearch, withWords } from "#app/domain/query-understanding/asked-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { readNewestPublication } from "#db/queries/newest-publication.ts";
import { findNear } from "./find-near.server.ts";
import { type FoundPage, find, findPage } from "./find-page.server.ts";
import { knownNames } from "./known-names.server.ts";

/**
 * Runs a search: the engine finds, Postgres says what is true, so a closed job never shows. With the engine slow,
 * away or too deep in its pages, Postgres finds as well. A page past the last shows the last.
 */
export async function findJobs(
  deps: Deps,
  search: JobSearch,
  leaveOut: LeaveOut | null = null,
  walk: JobWalk | null = null,
): Promise<JobSearchResult> {
  const started = performance.now();
  const named = leaveOut && !leavesNothingOut(leaveOut) ? leaveOut : null;
  const [{ found, read, setAside }, newest] = await Promise.all([
    findAsRead(deps, search, { leaveOut: named, walk }),
    walk ? null : readNewestPublication(deps.db),
  ]);
  // A walk that led nowhere begins again from the page shown.
  const asOf =
    walk && found.isWalked ? walk.asOf : (newest ?? (await readNewestPublication(deps.db)));
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
    pageCount: pageCount(found),
    listed: found.listed,
    isReordered: found.isReordered,
    offset: found.offset,
    newer: found.newer,
    walk: walkOn(asOf, found),
    facets: found.facets,
    interpreted: { codes, near: near?.label ?? null, phrases, setAside },
    backend: found.backend,
    tookMs: Math.round(tookMs * 10) / 10,
  };
}

function pageCount({ page, offset, listed, total }: FoundPage): number {
  const count = page + Math.ceil((listed - offset) / PAGE_SIZE) - 1;
  return listed < total ? Math.min(count, listed / PAGE_SIZE) : count;
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
async function findAsRead(
  deps: Deps,
  search: JobSearch,
  { leaveOut, walk }: { leaveOut: LeaveOut | null; walk: JobWalk | null },
) {
  const read = await readQuery(deps, search);
  const asked = { ...read.query, leaveOut: leaveOut && { named: leaveOut, turnedRound: false } };
  const found = await findPage(deps, asked, walk);
  const doubtful = read.phrases.filter(({ kind }) => kind !== "code");
  const asFound = { found, read, setAside: [] as InterpretedPhrase[] };
  if (found.total > 0 || doubtful.length === 0) return asFound;
  // What the person asking hid is an answer too.
  if (leaveOut && (await find(deps, read.query)).total > 0) return asFound;
  const literal = await readQuery(deps, {
    ...withWords(search, doubtful),
    page: search.page,
  });
  const byWords = await findPage(deps, { ...literal.query, leaveOut: asked.leaveOut }, walk);
  return byWords.total > 0 ? { found: byWords, read: literal, setAside: doubtful } : asFound;
}
