import type { InterpretedCode } from "../job-search.ts";
import { findCodes, withoutSpans } from "../taxonomy/resolve-code.ts";
import { splitLine } from "../taxonomy/typed-line.ts";
import { employerAt } from "./employer-names.ts";
import { phraseAt } from "./field-phrases.ts";
import type { Interpretation, KnownNames, UnderstoodLine } from "./interpretation.ts";
import { joinAlternatives } from "./join-alternatives.ts";
import { isTied, isTogether, type LineWord, lineWords, occurrences } from "./line-words.ts";
import { readPay, readYears } from "./read-amounts.ts";
import { type PlaceContext, placeAt } from "./read-places.ts";

export interface ReadingOptions {
  names: KnownNames;
  /** Stretches of the line that are to stay words, as `typed` of an interpretation says them. */
  asWords?: readonly string[];
  /** A place is chosen besides the line. */
  placeTaken?: boolean;
  /** Work from home is chosen besides the line. */
  isRemote?: boolean;
}

interface Span {
  start: number;
  end: number;
}

const NEGATION = /^(?:no|not|non|without|except|excluding|never)$/;

/**
 * Reads a typed line: codes, pay, places, credentials and the field's names for things. Only what can mean but one
 * thing is interpreted; names of employers and whatever `asWords` holds stay words.
 */
export function understandLine(
  typed: string,
  { names, asWords = [], placeTaken = false, isRemote = false }: ReadingOptions,
): UnderstoodLine {
  const { text: line } = splitLine(typed);
  const words = lineWords(line);
  const literal = literalSpans(words, asWords);
  const found: Interpretation[] = [];
  const take = (candidates: readonly Interpretation[]) => {
    for (const one of candidates) {
      if (![...literal, ...found].some((other) => overlaps(one, other))) found.push(one);
    }
  };
  take(readPay(line));
  take(readYears(line));
  take(codesOf(line));
  literal.push(...employerSpans(words, names, found));
  const phrases = phrasesOf(line, words);
  const remote = isRemote || phrases.some(({ asks }) => asks.anyOf?.includes("mode:remote"));
  const places = placesOf({ line, words, names, placeTaken, isRemote: remote });
  // Around two cities at once is no search of ours.
  const isSplit = places.filter(({ asks }) => asks.near).length > 1;
  take(isSplit ? places.filter(({ asks }) => !asks.near) : places);
  take(phrases);
  const interpretations = joinAlternatives(
    line,
    found.toSorted((a, b) => a.start - b.start),
  );
  return { line, interpretations, rest: withoutSpans(line, interpretations) };
}

const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;

/** Where the stretches that are to stay words stand; a stretch given twice counts once. */
function literalSpans(words: readonly LineWord[], asWords: readonly string[]): Span[] {
  return asWords.flatMap((stretch) => {
    const sequence = lineWords(splitLine(stretch).text).map(({ word }) => word);
    return occurrences(words, sequence).map((range) => spanOf(words, range));
  });
}

const spanOf = (words: readonly LineWord[], { from, to }: { from: number; to: number }): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});

function employerSpans(
  words: readonly LineWord[],
  names: KnownNames,
  taken: readonly Span[],
): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length; ) {
    const length = employerAt(words, at, names.employers);
    const span = spanOf(words, { from: at, to: at + length });
    if (length > 0 && !taken.some((other) => overlaps(span, other))) spans.push(span);
    at += Math.max(1, length);
  }
  return spans;
}

const codesOf = (line: string): Interpretation[] =>
  findCodes(line).map(({ start, end, codes, covering }) => ({
    kind: "code",
    start,
    end,
    typed: line.slice(start, end),
    label: [...new Set(codes.map(labelOfCode))].join(", "),
    asks: { codes: { read: codes, covering } },
  }));

const labelOfCode = ({ code, families: [finest] }: InterpretedCode): string =>
  finest?.label ?? `${code} is in no code family we know`;

function placesOf(context: PlaceContext): Interpretation[] {
  const found: Interpretation[] = [];
  for (let at = 0; at < context.words.length; at += 1) {
    const isAfter = (context.words[at]?.start ?? 0) >= (found.at(-1)?.end ?? 0);
    const isDenied = NEGATION.test(context.words[at - 1]?.word ?? "");
    const place = isAfter && !isDenied ? placeAt(context, at) : null;
    if (place) found.push(place);
  }
  return found;
}

function phrasesOf(line: string, words: readonly LineWord[]): Interpretation[] {
  const plain = words.map(({ word }) => word);
  const found: Interpretation[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(plain, at);
    const length = phrase?.length ?? 1;
    const range = { from: at, to: at + length };
    const { start, end } = spanOf(words, range);
    const typed = line.slice(start, end);
    const isWhole = isTogether(line, words, range) && !isTied(line, words, range);
    const isDenied = NEGATION.test(plain[at - 1] ?? "");
    if (phrase?.meaning && isWhole && !isDenied) {
      const { kind, label, anyOf, first } = phrase.meaning;
      // "CPC A" may begin another sentence: a credential is written in one piece.
      if (kind !== "credential" || !/\s/.test(typed)) {
        found.push({ kind, start, end, typed, label, asks: first ? { anyOf, first } : { anyOf } });
      }
    }
    at += phrase && (isWhole || phrase.meaning === null) ? length : 1;
  }
  return found;
}
