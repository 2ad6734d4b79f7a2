import { FACETS, type Facet, type JobSearch } from "./job-search.ts";
import { parseJobSearch } from "./parse-job-search.ts";
import { withWords } from "./query-understanding/asked-search.ts";
import { findFamily } from "./taxonomy/code-families.ts";
import { SYSTEM_LABELS } from "./taxonomy/code-systems.ts";
import { searchFamilies } from "./taxonomy/family-search.ts";
import { findCodes, resolveCodes } from "./taxonomy/resolve-code.ts";
import { splitLine } from "./taxonomy/typed-line.ts";

export interface WiderSearch {
  /** What it lets go of: "Any pay", "All of Medicine: cardiovascular". */
  label: string;
  search: JobSearch;
}

const LET_GO: readonly (readonly [Facet, string])[] = [
  ["software", "Any software"],
  ["setting", "Any setting"],
  ["type", "Any employment type"],
  ["experience", "Any experience level"],
  ["credential", "Any credential"],
  ["mode", "On site, hybrid or remote"],
  ["state", "Any state"],
  ["specialty", "Any specialty"],
  ["family", "Any code family"],
];

/**
 * Searches that ask for less, nearest first; each differs in one thing. Empty when nothing was asked. `stretches` of
 * the line mean something together ("part time") and go together.
 */
export function widen(search: JobSearch, stretches: readonly string[] = []): WiderSearch[] {
  const first = { ...search, page: 1 };
  const { codes, rest } = resolveCodes(search.q);
  const proposals: (WiderSearch | false)[] = [
    search.near !== null &&
      search.radius < 250 && {
        label: `Within ${search.radius * 2} miles of ${search.near}`,
        search: { ...first, radius: search.radius * 2 },
      },
    ...codes.map(({ families }) => {
      const section = families.find(({ id }) => findFamily(id)?.level === "section");
      if (!section) return false;
      const family = [...new Set([...search.family, section.id])];
      return { label: `All of ${section.label}`, search: { ...first, q: rest, family } };
    }),
    ...search.family.map((id) => {
      const parent = findFamily(findFamily(id)?.parent ?? "");
      if (!parent) return false;
      const family = [...new Set(search.family.map((one) => (one === id ? parent.id : one)))];
      return { label: `All of ${parent.label}`, search: { ...first, family } };
    }),
    search.postedWithin !== null && {
      label: "Posted at any time",
      search: { ...first, postedWithin: null },
    },
    search.payMin !== null && { label: "Any pay", search: { ...first, payMin: null } },
    search.apprentice && {
      label: "Apprentices or not",
      search: { ...first, apprentice: false },
    },
    ...LET_GO.map(
      ([facet, label]) => search[facet].length > 0 && { label, search: { ...first, [facet]: [] } },
    ),
    ...fewerWords(first, rest, stretches),
    ...begunCodes(first),
    ...asWritten(first),
    search.near !== null && { label: "Any place", search: { ...first, near: null } },
    search.q !== "" &&
      hasFilters(search) && { label: `Without “${search.q}”`, search: { ...first, q: "" } },
  ];
  return proposals.filter((proposal) => proposal !== false);
}

/** The words alone, whatever filters were chosen: for when letting go of one thing is not enough. */
export function widenToWords(search: JobSearch): WiderSearch[] {
  if (search.q === "" || !hasFilters(search)) return [];
  const words = parseJobSearch(new URLSearchParams({ q: search.q }));
  return [{ label: `Only “${search.q}”, without filters`, search: words }];
}

/** Each code as the characters it is written with, wherever a job has them. */
function asWritten(search: JobSearch): WiderSearch[] {
  const { text } = splitLine(search.q);
  return findCodes(text).map(({ start, end }) => {
    const typed = text.slice(start, end);
    return { label: `“${typed}” as words`, search: withWords(search, [{ typed }]) };
  });
}

/** The words, or stretches of them, one by one left out, codes kept. */
function fewerWords(search: JobSearch, rest: string, stretches: readonly string[]): WiderSearch[] {
  const whole = stretches.filter((stretch) => stretch.includes(" ") && rest.includes(stretch));
  const others = whole.reduce((left, stretch) => left.replace(stretch, " "), rest).split(" ");
  const parts = [...whole, ...others].filter((part) => part.length > 0);
  if (parts.length < 2) return [];
  return parts
    .toSorted((a, b) => rest.indexOf(a) - rest.indexOf(b))
    .slice(0, 6)
    .map((part) => ({
      label: `Without “${part}”`,
      search: { ...search, q: search.q.replace(part, "").replace(/\s+/g, " ").trim() },
    }));
}

/** Where "935" alone is typed: families whose codes begin so. */
function begunCodes(search: JobSearch): WiderSearch[] {
  if (!/^\d{2,3}$/.test(search.q)) return [];
  return searchFamilies(search.q, 3).map(({ id, label, range, system }) => ({
    label: `${label} (${SYSTEM_LABELS[system]} ${range})`,
    search: { ...search, q: "", family: [...new Set([...search.family, id])] },
  }));
}

const hasFilters = (search: JobSearch): boolean =>
  FACETS.some((facet) => search[facet].length > 0) ||
  search.near !== null ||
  search.payMin !== null ||
  search.postedWithin !== null ||
  search.apprentice;
