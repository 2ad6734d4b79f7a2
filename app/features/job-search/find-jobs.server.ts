import { type JobSearch, type JobSearchResult, PAGE_SIZE } from "#app/domain/job-search.ts";
import { resolveCodes } from "#app/domain/taxonomy/resolve-code.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import {
  countFacets,
  searchJobs,
  weighWords,
} from "#db/queries/job-search-fallback/search-jobs.ts";

/** Runs a search and reads its hits from Postgres, open jobs only. */
export async function findJobs(deps: Deps, search: JobSearch): Promise<JobSearchResult> {
  const started = performance.now();
  const { codes, rest } = resolveCodes(search.q);
  const asked = {
    search,
    words: await weighWords(
      deps.db,
      rest
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => [word]),
    ),
    codes: codes.map(({ families }) => families.map(({ id }) => id)),
    point: null,
  };
  const [{ hits, total }, facets] = await Promise.all([
    searchJobs(deps.db, asked),
    countFacets(deps.db, asked),
  ]);
  const distances = new Map(hits.map(({ id, distance }) => [id, distance]));
  const listed = await listJobHits(
    deps.db,
    hits.map(({ id }) => id),
  );
  return {
    hits: listed.map((hit) => ({ ...hit, distance: distances.get(hit.id) ?? null })),
    total,
    page: search.page,
    pageSize: PAGE_SIZE,
    facets,
    interpreted: { codes },
    backend: "postgres",
    tookMs: Math.round(performance.now() - started),
  };
}
