import { searchWords } from "../search-words.ts";
import { SYSTEM_LABELS } from "../taxonomy/code-systems.ts";
import { searchFamilies } from "../taxonomy/family-search.ts";
import { splitLine } from "../taxonomy/typed-line.ts";
import { STATE_NAMES } from "../us-states.ts";
import { CREDENTIALS, SPECIALTIES } from "../vocabulary.ts";
import { lineWords } from "./line-words.ts";
import { findNamed, indexNames, type NameIndex } from "./name-index.ts";
import type { Suggestion, SuggestionGroup, SuggestionKind } from "./suggestion.ts";

/** What is not in the closed lists. */
export interface SuggestionSources {
  /** Cities whose name, or name and state, begins with a text; the largest first. */
  cities(start: string, limit: number): readonly { label: string }[];
  employers: NameIndex<{ name: string; slug: string }>;
}

const LONGEST_LINE = 100;
const MOST_WORDS = 4;
const EACH = 3;
const LABELS: Record<SuggestionKind, string> = {
  specialty: "Specialties",
  family: "Code families",
  credential: "Credentials",
  place: "Places",
  employer: "Employers",
};
const ORDER = Object.keys(LABELS) as SuggestionKind[];

type Offer = Pick<Suggestion, "label" | "detail" | "filter"> & { href?: string };
type Source = (typed: { words: readonly string[]; text: string }) => Offer[];

const specialties = indexNames(
  SPECIALTIES.map((value) => ({ value, names: [value.label, ...value.aliases] })),
);
const credentials = indexNames(
  CREDENTIALS.filter(({ status }) => status === "active").map((value) => ({
    value,
    names: [value.code, value.code.replace("-", ""), value.name],
  })),
);
const states = indexNames(
  Object.entries(STATE_NAMES).map(([code, name]) => ({
    value: { code, name },
    names: [name, code],
  })),
);

/**
 * What a half-typed line may be meant as, by kind: the longest end of it that anything is called by
 * ("remote card" → Cardiology, and "remote" stays typed). Code families are called by so many words that one of them
 * hides nothing: the other kinds may answer a shorter end. At most three of a kind.
 */
export function suggest(line: string, sources: SuggestionSources): SuggestionGroup[] {
  const { text } = splitLine(line.slice(0, LONGEST_LINE));
  const words = lineWords(text);
  // Who types a digit types a code.
  const isCode = /\d/.test(words.at(-1)?.word ?? "");
  let families: SuggestionGroup[] = [];
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length -= 1) {
    const groups = groupsOf(text, words.slice(-length), sources);
    const others = groups.filter(({ kind }) => kind !== "family");
    if (families.length === 0) families = groups.filter(({ kind }) => kind === "family");
    if (others.length > 0) return inOrder([...others, ...families], isCode);
  }
  return families;
}

/** What a stretch at the end of a line may be meant as. */
function groupsOf(
  text: string,
  own: ReturnType<typeof lineWords>,
  sources: SuggestionSources,
): SuggestionGroup[] {
  const start = own[0]?.start ?? 0;
  const typed = { words: own.map(({ word }) => word), text: text.slice(start) };
  if (searchWords(typed.words[0] ?? "").length === 0 || typed.text.length < 2) return [];
  const rest = text.slice(0, start).replace(TRAILING, "").trim();
  return ORDER.flatMap((kind) => {
    const items = sourceOf(kind, sources)(typed).slice(0, EACH);
    return items.length > 0
      ? [{ kind, label: LABELS[kind], items: items.map((one) => whole(one, rest)) }]
      : [];
  });
}

const inOrder = (groups: readonly SuggestionGroup[], isCode: boolean): SuggestionGroup[] =>
  groups.toSorted((a, b) => rank(a.kind, isCode) - rank(b.kind, isCode));

const TRAILING = /(?:^|[\s,]+)(?:in|near|at|for|and|or|with)?[\s,]*$/i;

const rank = (kind: SuggestionKind, isCode: boolean): number =>
  isCode && kind === "family" ? -1 : ORDER.indexOf(kind);

function whole({ href, ...offer }: Offer, rest: string): Suggestion {
  const { filter } = offer;
  const params = new URLSearchParams(rest === "" ? [] : [["q", rest]]);
  if (filter) params.set(filter.name, filter.value);
  return { ...offer, rest, href: href ?? `/jobs?${params}` };
}

function sourceOf(kind: SuggestionKind, { cities, employers }: SuggestionSources): Source {
  switch (kind) {
    case "family":
      return ({ text }) =>
        searchFamilies(text, EACH).map(({ id, label, range, system }) => ({
          label,
          detail: `${SYSTEM_LABELS[system]} ${range}`,
          filter: { name: "family", value: id },
        }));
    case "specialty":
      return ({ words }) =>
        findNamed(specialties, words, EACH).map(({ slug, label }) => ({
          label,
          detail: "",
          filter: { name: "specialty", value: slug },
        }));
    case "credential":
      return ({ words }) =>
        findNamed(credentials, words, EACH).map(({ code, name }) => ({
          label: code,
          detail: name,
          filter: { name: "credential", value: code },
        }));
    case "place":
      return ({ words, text }) => [
        ...findNamed(states, words, 2).map(
          ({ code, name }): Offer => ({
            label: name,
            detail: "State you live in",
            filter: { name: "state", value: code },
          }),
        ),
        ...cities(text, EACH).map(
          ({ label }): Offer => ({
            label,
            detail: "Within 50 miles",
            filter: { name: "near", value: label },
          }),
        ),
      ];
    case "employer":
      return ({ words }) =>
        findNamed(employers, words, EACH).map(({ name, slug }) => ({
          label: name,
          detail: "",
          filter: null,
          href: `/employers/${slug}`,
        }));
  }
}
