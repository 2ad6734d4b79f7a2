import { FACETS, type Facet, type JobSearch, type JobSort, NOT_STATED } from "./job-search.ts";
import { lineWords, occurrences } from "./query-understanding/line-words.ts";
import { CODE_FAMILIES } from "./taxonomy/code-families.ts";
import { splitLine } from "./taxonomy/typed-line.ts";
import { STATE_NAMES } from "./us-states.ts";
import {
  CREDENTIALS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  type Term,
  WORK_MODES,
} from "./vocabulary.ts";

const DEFAULT_RADIUS = 50;
const MAX_RADIUS = 500;
const MAX_PAY = 500;
const MAX_DAYS = 365;
const MAX_PAGE = 50_000;
const MAX_VALUES = 30;
const Q_LENGTH = 300;
const NEAR_LENGTH = 80;
const MOST_AS_WORDS = 20;

const SORTS: readonly JobSort[] = ["relevance", "newest", "pay", "distance"];

/** How a value is written → as we write it; every facet is a closed list. */
const known = (values: readonly string[]): Map<string, string> =>
  new Map([...values, NOT_STATED].map((value) => [value.toLowerCase(), value]));
const slugs = (terms: readonly Term[]) => known(terms.map(({ slug }) => slug));

const VALUES: Record<Facet, Map<string, string>> = {
  family: known(CODE_FAMILIES.map(({ id }) => id)),
  specialty: slugs(SPECIALTIES),
  credential: known(CREDENTIALS.map(({ code }) => code)),
  setting: slugs(SETTINGS),
  mode: slugs(WORK_MODES),
  type: slugs(EMPLOYMENT_TYPES),
  state: known(Object.keys(STATE_NAMES)),
  experience: slugs(EXPERIENCE_LEVELS),
  software: slugs(SOFTWARE),
};

/** Reads a search from a URL. Total: unknown values drop out, wrong ones fall back, numbers are clamped. */
export function parseJobSearch(params: URLSearchParams): JobSearch {
  const q = text(params.get("q"), Q_LENGTH);
  const near = text(params.get("near"), NEAR_LENGTH) || null;
  const sort = SORTS.find((one) => one === params.get("sort")) ?? "relevance";
  return {
    q,
    asWords: stretchesOf(q, params.getAll("asWords")),
    specialty: list(params, "specialty"),
    family: list(params, "family"),
    credential: list(params, "credential"),
    setting: list(params, "setting"),
    mode: list(params, "mode"),
    type: list(params, "type"),
    state: list(params, "state"),
    near,
    radius: number(params.get("radius"), MAX_RADIUS) ?? DEFAULT_RADIUS,
    payMin: number(params.get("payMin"), MAX_PAY),
    experience: list(params, "experience"),
    apprentice: /^(?:1|true|on|yes)$/i.test(params.get("apprentice") ?? ""),
    software: list(params, "software"),
    postedWithin: whole(params.get("postedWithin"), MAX_DAYS),
    // The line may name a place.
    sort: sort === "distance" && near === null && q === "" ? "relevance" : sort,
    withHidden: params.get("hidden") === "show",
    page: whole(params.get("page"), MAX_PAGE) ?? 1,
  };
}

/** The URL of a search: always the same order, defaults left out. */
export function jobSearchParams(search: JobSearch): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== "") params.append(name, String(value));
  };
  put("q", search.q);
  for (const stretch of search.asWords) put("asWords", stretch);
  for (const facet of FACETS) for (const value of search[facet]) put(facet, value);
  put("near", search.near);
  if (search.near !== null && search.radius !== DEFAULT_RADIUS) put("radius", search.radius);
  put("payMin", search.payMin);
  put("postedWithin", search.postedWithin);
  if (search.apprentice) put("apprentice", "true");
  if (search.sort !== "relevance") put("sort", search.sort);
  if (search.withHidden) put("hidden", "show");
  if (search.page > 1) put("page", search.page);
  return params;
}

/** The same search, from its first page, without one chosen value. */
export const without = (search: JobSearch, facet: Facet, value: string): JobSearch => ({
  ...search,
  [facet]: search[facet].filter((chosen) => chosen !== value),
  page: 1,
});

/** The stretches that stand in the line, each once. */
function stretchesOf(q: string, raw: readonly string[]): string[] {
  const words = lineWords(splitLine(q).text);
  const stretches = new Map<string, string>();
  for (const value of raw) {
    const stretch = text(value, Q_LENGTH);
    const sequence = lineWords(splitLine(stretch).text).map(({ word }) => word);
    if (occurrences(words, sequence).length > 0 && !stretches.has(sequence.join(" "))) {
      stretches.set(sequence.join(" "), stretch);
    }
  }
  return [...stretches.values()].slice(0, MOST_AS_WORDS);
}

/** Control characters and broken surrogates are spaces: no engine takes them. */
const text = (raw: string | null, length: number): string =>
  (raw ?? "")
    .toWellFormed()
    .replace(/[\p{C}\uFFFD\s]+/gu, " ")
    .trim()
    .slice(0, length)
    .toWellFormed()
    .trim();

const list = (params: URLSearchParams, facet: Facet): string[] => {
  const chosen = params
    .getAll(facet)
    .flatMap((value) => VALUES[facet].get(value.trim().toLowerCase()) ?? []);
  return [...new Set(chosen)].slice(0, MAX_VALUES);
};

function number(raw: string | null, max: number): number | null {
  if (!/^\s*\d{1,9}(?:\.\d{1,4})?\s*$/.test(raw ?? "")) return null;
  const value = Number(raw);
  return value > 0 ? Math.min(value, max) : null;
}

const whole = (raw: string | null, max: number): number | null => {
  const value = number(raw, max);
  return value !== null && Number.isInteger(value) ? value : null;
};
