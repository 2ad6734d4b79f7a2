import { findFamily } from "#app/domain/taxonomy/code-families.ts";
import { CREDENTIALS, US_STATES } from "#app/domain/vocabulary.ts";
import { pageParam } from "#app/web/page-param.ts";

const MOST_FAMILIES = 5;
const MOST_MONTHS = 720;

/** A search of coders as its address says it; what an address says wrongly is left out. */
export interface CoderQuery {
  /** Ids of families, all of which must be held. */
  families: string[];
  /** Months in each. */
  months: number;
  credential: string | null;
  state: string | null;
  words: string;
  /** Words or a code to look families up by. */
  find: string;
  page: number;
}

const typed = (value: string | null): string =>
  (value ?? "")
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 80);

const oneOf = (value: string | null, list: readonly string[]): string | null =>
  value !== null && list.includes(value) ? value : null;

export function readCoderQuery(params: URLSearchParams): CoderQuery {
  const families = [...new Set(params.getAll("family"))].filter((id) => findFamily(id));
  const months = Number(params.get("months"));
  return {
    families: families.slice(0, MOST_FAMILIES),
    months: Number.isInteger(months) && months > 0 ? Math.min(months, MOST_MONTHS) : 0,
    credential: oneOf(
      params.get("credential"),
      CREDENTIALS.map(({ code }) => code),
    ),
    state: oneOf(params.get("state"), US_STATES),
    words: typed(params.get("q")),
    find: typed(params.get("find")),
    page: pageParam(params),
  };
}

/** The address of a page of a search; the words families were looked up by are not kept. */
export function coderSearchHref(query: CoderQuery, page: number): string {
  const params = new URLSearchParams(query.families.map((id) => ["family", id]));
  if (query.months > 0) params.set("months", String(query.months));
  if (query.credential) params.set("credential", query.credential);
  if (query.state) params.set("state", query.state);
  if (query.words) params.set("q", query.words);
  if (page > 1) params.set("page", String(page));
  const search = params.toString();
  return search ? `/employer/coders?${search}` : "/employer/coders";
}
