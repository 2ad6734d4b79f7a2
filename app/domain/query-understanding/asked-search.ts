import type { InterpretedCode, InterpretedPhrase, JobSearch } from "../job-search.ts";
import { searchWords } from "../search-words.ts";
import type { Interpretation, KnownNames } from "./interpretation.ts";
import { understandLine } from "./understand-line.ts";

/** A search with its typed line read: what its backends are asked. */
export interface AskedSearch {
  /** The search with what its line says of place and pay put in. */
  search: JobSearch;
  words: string[];
  /** For each code typed, the families that cover it. */
  covering: string[][];
  /** Lists of terms ("state:TX", "apprentice"): a job must hold one of each. */
  asked: string[][];
  /** As `asked`, of those that mean one thing more than another: jobs that hold one of each of these come first. */
  meantFirst: string[][];
  codes: InterpretedCode[];
  phrases: InterpretedPhrase[];
}

/** Reads the typed line of a search: the one place where `q` gets its meaning. */
export function askedSearch(search: JobSearch, names: KnownNames): AskedSearch {
  const { interpretations, rest } = understandLine(search.q, {
    names,
    asWords: search.asWords,
    placeTaken: search.near !== null,
    isRemote: search.mode.length === 1 && search.mode[0] === "remote",
  });
  const asks = interpretations.map((one) => one.asks);
  const near = asks.find((one) => one.near)?.near;
  const floors = [search.payMin, ...asks.map(({ payMin }) => payMin ?? null)];
  const payMin = floors.filter((floor) => floor !== null).toSorted((a, b) => b - a)[0] ?? null;
  return {
    search: withPlace({ ...search, payMin }, near),
    words: searchWords(rest),
    covering: asks.flatMap(({ codes }) => codes?.covering.map((ids) => [...ids]) ?? []),
    asked: asks.flatMap(({ anyOf }) => (anyOf ? [[...anyOf]] : [])),
    meantFirst: asks.flatMap(({ first }) => (first ? [[...first]] : [])),
    codes: asks.flatMap(({ codes }) => codes?.read ?? []),
    phrases: interpretations.map(phraseOf),
  };
}

function withPlace(search: JobSearch, near: Interpretation["asks"]["near"]): JobSearch {
  if (near) return { ...search, near: near.place, radius: near.radius ?? search.radius };
  const isNowhere = search.near === null && search.sort === "distance";
  return isNowhere ? { ...search, sort: "relevance" } : search;
}

const phraseOf = ({ kind, typed, label, start, end, asks }: Interpretation): InterpretedPhrase => ({
  kind,
  typed,
  label,
  start,
  end,
  codes: [...(asks.codes?.read ?? [])],
});

/** The same search with some of its readings switched off: their words stay words. */
export const withWords = (
  search: JobSearch,
  phrases: readonly Pick<InterpretedPhrase, "typed">[],
): JobSearch => ({
  ...search,
  asWords: [...new Set([...search.asWords, ...phrases.map(({ typed }) => typed)])],
  page: 1,
});
