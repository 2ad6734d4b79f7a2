import type {
  Facet,
  InterpretedPhrase,
  JobSearch,
  JobSearchResult,
} from "#app/domain/job-search.ts";
import { FACETS } from "#app/domain/job-search.ts";
import { type JobWalk, jobWalkParams } from "#app/domain/job-walk.ts";
import type { LeaveOut } from "#app/domain/leave-out.ts";
import { jobSearchParams, parseJobSearch, without } from "#app/domain/parse-job-search.ts";
import { withWords } from "#app/domain/query-understanding/asked-search.ts";
import { type WiderSearch, widen, widenToWords } from "#app/domain/widen-job-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  type FacetGroup,
  type FamilyStep,
  facetGroups,
  facetLabel,
  familyDrill,
  stepToFamily,
} from "./facet-view.ts";
import { countLeftOut, findJobs } from "./find-jobs.server.ts";
import { type Readings, readings } from "./readings.ts";
import { type RowJob, rowJob } from "./row-job.ts";

type FamilyStepView = FamilyStep & { href: string; current: boolean };

export interface FamilyDrillView {
  path: FamilyStepView[];
  next: FamilyStepView[];
  clearHref: string;
}

export interface Chip {
  label: string;
  /** The same search without this filter. */
  href: string;
}

/** Everything the search page shows; every link is a URL of its own, so it works without JavaScript. */
export interface SearchPage extends Readings {
  /** The search that is listed: readings that nothing answered are words in it. */
  search: JobSearch;
  result: Omit<JobSearchResult, "facets" | "tookMs" | "hits"> & { hits: RowJob[] };
  firstPageHref: string;
  /** What saving it saves: the line with its readings, also where no job is that yet and words are listed. */
  savedParams: string;
  /** The address of any other page, without its number. */
  pageHref: string;
  /** The typed line alone, without any filter. */
  clearHref: string;
  chips: Chip[];
  groups: FacetGroup[];
  drill: FamilyDrillView;
  expandHrefs: Partial<Record<Facet, string>>;
  /** Nearest wider searches, with how many jobs each would list; only when no job is what was asked. */
  wider: { label: string; href: string; total: number }[];
  /** What the signed-in person hid or muted and this search would list, and the address that shows or drops it. */
  leftOut: { count: number; href: string } | null;
}

/**
 * Runs a search and lays out its page. `expanded` is the facet shown whole, if any; `leaveOut` what the person asking
 * does not want to see.
 */
export async function searchPage(
  deps: Deps,
  {
    search: typed,
    expanded,
    leaveOut = null,
    walk = null,
  }: {
    search: JobSearch;
    expanded: string | null;
    leaveOut?: LeaveOut | null;
    walk?: JobWalk | null;
  },
): Promise<SearchPage> {
  // Without the time it took, equal searches make equal pages.
  const without = typed.withHidden ? null : leaveOut;
  const { facets, tookMs: _, hits, ...result } = await findJobs(deps, typed, without, walk);
  const { near, phrases, setAside } = result.interpreted;
  const sort = typed.sort === "distance" && near === null ? "relevance" : typed.sort;
  const search = { ...withWords(typed, setAside), sort, page: typed.page };
  const count = leaveOut ? await countLeftOut(deps, search, leaveOut) : 0;
  const groups = facetGroups(search, facets, expanded);
  const codes = result.interpreted.codes.flatMap(({ families }) => families);
  const lookedFor = [...search.family, ...codes.map(({ id }) => id)];
  return {
    search,
    result: { ...result, hits: hits.map((hit) => rowJob(hit, lookedFor)) },
    ...readings(search, phrases, href),
    pageHref: href({ ...search, page: 1 }, `${jobWalkParams(result.walk)}&page=`),
    firstPageHref: href({ ...search, page: 1 }),
    savedParams: jobSearchParams({ ...typed, sort, page: 1 }).toString(),
    clearHref: href({ ...NOTHING_ASKED, q: search.q, asWords: search.asWords }),
    chips: chips(search, result.interpreted.near),
    groups,
    drill: drillView(search, familyDrill(search, facets)),
    expandHrefs: Object.fromEntries(
      groups
        .filter(({ hidden }) => hidden > 0)
        .map(({ facet }) => [facet, href(search, `more=${facet}`)]),
    ),
    wider:
      result.total === 0 || setAside.length > 0
        ? await widerSearches(deps, typed, {
            leaveOut: without,
            phrases: [...phrases, ...setAside],
          })
        : [],
    leftOut:
      count > 0
        ? { count, href: href({ ...search, page: 1, withHidden: !search.withHidden }) }
        : null,
  };
}

/** The URL of a search, always with its "?", and with more parameters where given. */
const href = (search: JobSearch, more = ""): string =>
  `/jobs?${[String(jobSearchParams(search)), more].filter(Boolean).join("&")}`;

const NOTHING_ASKED = parseJobSearch(new URLSearchParams());

function drillView(
  search: JobSearch,
  { path, next }: { path: FamilyStep[]; next: FamilyStep[] },
): FamilyDrillView {
  const view = (step: FamilyStep): FamilyStepView => ({
    ...step,
    href: href({ ...search, page: 1, family: stepToFamily(search.family, step.id) }),
    current: step.id === search.family.at(-1),
  });
  return {
    path: path.map(view),
    next: next.map(view),
    clearHref: href({ ...search, page: 1, family: [] }),
  };
}

function chips(search: JobSearch, place: string | null): Chip[] {
  const facetChips = FACETS.flatMap((facet) =>
    search[facet].map((value) => ({
      label: facetLabel(facet, value),
      href: href(without(search, facet, value)),
    })),
  );
  const first = { ...search, page: 1 };
  const single: (Chip | false)[] = [
    search.near !== null && {
      label: place
        ? `Within ${search.radius} miles of ${search.near}`
        : `“${search.near}” is no US place we know; not used`,
      href: href({ ...first, near: null }),
    },
    search.payMin !== null && {
      label: `Pays $${search.payMin} an hour or more`,
      href: href({ ...first, payMin: null }),
    },
    search.postedWithin !== null && {
      label: search.postedWithin === 1 ? "Posted today" : `Posted in ${search.postedWithin} days`,
      href: href({ ...first, postedWithin: null }),
    },
    search.apprentice && {
      label: "Accepts apprentices",
      href: href({ ...first, apprentice: false }),
    },
  ];
  return [...facetChips, ...single.filter((chip) => chip !== false)];
}

/** The nearest wider searches that list something; where none of them does, the widest ones. */
async function widerSearches(
  deps: Deps,
  search: JobSearch,
  { leaveOut, phrases }: { leaveOut: LeaveOut | null; phrases: readonly InterpretedPhrase[] },
): Promise<SearchPage["wider"]> {
  const stretches = phrases.filter(({ kind }) => kind !== "code").map(({ typed }) => typed);
  const wider = widen(search, stretches);
  const nearest = await listing(deps, wider.slice(0, 4), leaveOut);
  if (nearest.length > 0) return nearest.slice(0, 3);
  return listing(deps, [...wider.slice(4), ...widenToWords(search)].slice(-4), leaveOut);
}

/** Those that list jobs which are what they ask: words instead of a reading are no nearer than what is shown. */
async function listing(
  deps: Deps,
  proposals: WiderSearch[],
  leaveOut: LeaveOut | null,
): Promise<SearchPage["wider"]> {
  const tried = await Promise.all(
    proposals.map(async ({ label, search }) => {
      const { total, interpreted } = await findJobs(deps, search, leaveOut);
      return { label, href: href(search), total: interpreted.setAside.length > 0 ? 0 : total };
    }),
  );
  return tried.filter(({ total }) => total > 0);
}
