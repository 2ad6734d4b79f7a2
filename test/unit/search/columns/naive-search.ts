import type { JobQuery, Point } from "#app/domain/job-query.ts";
import { FACETS, type Facet, type FacetCounts, PAGE_SIZE } from "#app/domain/job-search.ts";
import { finestOf } from "#app/domain/taxonomy/covering.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";

/** A job as plainly as it can be said; times in whole seconds since 1970. */
export interface PlainJob extends Record<Facet | "requires", string[]> {
  id: string;
  publishedAt: number;
  endsAt: number;
  apprentice: boolean;
  hourlyMax: number | null;
  point: Point | null;
  employerId: string;
  employerKind: string;
}

const shares = (one: readonly string[], other: readonly string[]) =>
  one.some((value) => other.includes(value));

const holdsTerm = (job: PlainJob, terms: readonly string[]) =>
  terms.some((term) => {
    if (term === "apprentice") return job.apprentice;
    const [facet = "", value = ""] = term.split(":");
    return job[facet as Facet]?.includes(value);
  });

/** Miles, by the spherical law of cosines. */
function miles(one: Point, other: Point): number {
  const [a, b, c] = [one.latitude, other.latitude, one.longitude - other.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(c);
  return 3_958.747716 * Math.acos(Math.min(1, cosine));
}

function isFound(job: PlainJob, query: JobQuery, except?: Facet): boolean {
  const { search, covering, asked, point, leaveOut, asOf } = query;
  const now = query.now.getTime() / 1_000;
  const named = leaveOut?.named;
  const isNamed =
    named !== undefined &&
    (named.jobIds.includes(job.id) ||
      named.employerIds.includes(job.employerId) ||
      named.employerKinds.includes(job.employerKind));
  return (
    job.endsAt > now &&
    FACETS.every((facet) => {
      const chosen = facet === "family" ? withSuccessors(search.family) : search[facet];
      return facet === except || chosen.length === 0 || shares(job[facet], chosen);
    }) &&
    covering.every((families) => shares(job.requires, families)) &&
    asked.every((terms) => holdsTerm(job, terms)) &&
    (!search.apprentice || job.apprentice) &&
    (search.payMin === null || (job.hourlyMax ?? 0) >= search.payMin) &&
    (search.postedWithin === null ||
      job.publishedAt >= Math.floor(now) - search.postedWithin * 86_400) &&
    (!asOf || job.publishedAt * 1_000 <= asOf) &&
    (!point || (job.point !== null && miles(job.point, point) <= search.radius)) &&
    (!leaveOut || isNamed === leaveOut.turnedRound)
  );
}

const isFirst = (job: PlainJob, { covering, meantFirst }: JobQuery) =>
  covering.every((families) => shares(job.requires, finestOf(families))) &&
  meantFirst.every((terms) => holdsTerm(job, terms));

/** What a search without words must answer, job by job and value by value. */
export function searchNaively(jobs: readonly PlainJob[], query: JobQuery) {
  const { search, point, pageSize = PAGE_SIZE } = query;
  const before = (job: PlainJob): number => {
    if (search.sort === "pay") return -(job.hourlyMax ?? 0);
    if (search.sort === "distance" && point && job.point) return miles(job.point, point);
    return search.sort === "relevance" && !isFirst(job, query) ? 1 : 0;
  };
  const found = jobs
    .filter((job) => isFound(job, query))
    .sort((one, other) => {
      const between = before(one) - before(other);
      if (Math.abs(between) > 1e-5) return between;
      return other.publishedAt - one.publishedAt || (one.id < other.id ? -1 : 1);
    });
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts;
  for (const facet of FACETS) {
    for (const job of jobs.filter((one) => isFound(one, { ...query, asOf: null }, facet))) {
      for (const value of job[facet]) facets[facet][value] = (facets[facet][value] ?? 0) + 1;
    }
  }
  const offset = (search.page - 1) * pageSize;
  return {
    ids: found.slice(offset, offset + pageSize).map(({ id }) => id),
    total: found.length,
    facets,
  };
}
