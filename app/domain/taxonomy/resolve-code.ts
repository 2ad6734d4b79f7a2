import type { InterpretedCode } from "../job-search.ts";
import { isNumberInContext } from "./code-context.ts";
import { rangeOf } from "./code-families.ts";
import { likeliest, type NamedSystem, type Reading, readingsOf } from "./code-readings.ts";
import { coverOf, type Span } from "./covering.ts";
import { systemAt } from "./system-names.ts";
import { splitLine, type Token } from "./typed-line.ts";

export interface ResolvedLine {
  codes: InterpretedCode[];
  /** For each code typed, in all its readings, the ids of every family that covers it. */
  covering: string[][];
  /** What was typed besides codes, spaces collapsed. */
  rest: string;
}

/** A code, range or list of them as it stands in a plain line. */
export interface FoundCodes extends Pick<ResolvedLine, "codes" | "covering"> {
  start: number;
  end: number;
}

/**
 * Finds the codes and ranges in a typed line and the families that cover each. Codes may be half typed, lower case,
 * without dots, or led by their system's name. A code is never turned into another; a number that is a year, an
 * amount, a duration, a telephone number or a ZIP code in its place ("near 33602", "Tampa, FL 33602", "33602-1234")
 * stays a word. A bare five-digit number elsewhere is a CPT code.
 */
export function resolveCodes(line: string): ResolvedLine {
  const { text, tokens } = splitLine(line);
  const matches = matchesIn(text, tokens);
  const found = matches.flatMap(({ readings }) => readings);
  return {
    codes: interpret(found),
    covering: found.map((readings) => coverOf(readings).map(({ id }) => id)),
    rest: withoutSpans(text, matches),
  };
}

/** The codes of a line that `splitLine` made plain, with their places. */
export const findCodes = (line: string): FoundCodes[] =>
  matchesIn(line, splitLine(line).tokens).map(({ start, end, readings }) => ({
    start,
    end,
    codes: interpret(readings),
    covering: readings.map((own) => coverOf(own).map(({ id }) => id)),
  }));

function matchesIn(text: string, tokens: readonly Token[]) {
  const found: { start: number; end: number; readings: Reading[][] }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = matchAt(text, tokens, at);
    const first = tokens[at];
    const last = tokens[(match?.next ?? at) - 1];
    if (!match || !first || !last) {
      at += 1;
      continue;
    }
    found.push({ start: first.start, end: last.end, readings: match.codes });
    at = match.next;
  }
  return found;
}

/** A line without some of its stretches, what joined them tidied away. */
export function withoutSpans(
  line: string,
  spans: readonly { start: number; end: number }[],
): string {
  if (spans.length === 0) return line;
  const starts = [0, ...spans.map(({ end }) => end)];
  return tidy(starts.map((start, index) => line.slice(start, spans[index]?.start)));
}

interface Match {
  /** Each code's readings. */
  codes: Reading[][];
  /** Index of the first token after it. */
  next: number;
}

function matchAt(text: string, tokens: readonly Token[], at: number): Match | null {
  const prefix = systemAt(text, tokens, at);
  if (!prefix) return isNumberInContext(text, tokens, at) ? null : codeAt(text, tokens, at, null);
  const first = prefix.alone ? null : codeAt(text, tokens, prefix.next, prefix.system);
  if (!first) return prefix.alone ? { codes: [prefix.alone], next: prefix.next } : null;
  // "HCC 85, 86 / 111": the system's name goes on to hold.
  const codes = [...first.codes];
  let { next } = first;
  while (/^\s*[,/&]\s*$/.test(gap(text, tokens, next)) && !isNumberInContext(text, tokens, next)) {
    const more = codeAt(text, tokens, next, prefix.system);
    if (!more) break;
    codes.push(...more.codes);
    next = more.next;
  }
  return { codes, next };
}

/** What stands between a token and the one before it. */
const gap = (text: string, tokens: readonly Token[], at: number): string => {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before && token ? text.slice(before.end, token.start) : "";
};

function codeAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  named: NamedSystem | null,
): Match | null {
  const token = tokens[at];
  if (!token) return null;
  const readings = readingsOf(token.upper, named);
  if (readings.length === 0) return null;
  const glued = gap(text, tokens, at + 1) === "-";
  const bridge = tokens[at + 1];
  const isWord = /^(?:to|through|thru)$/i.test(bridge?.upper ?? "");
  const endAt = isWord ? at + 2 : at + 1;
  const end = tokens[endAt];
  if (end && (isWord || /^\s*-\s*$/.test(gap(text, tokens, endAt)))) {
    const range = rangeBetween(readings, readingsOf(end.upper, named));
    if (range.length > 0) return { codes: [range], next: endAt + 1 };
  }
  // "99213-25" is a code with its modifier.
  const isModified = glued && readings[0]?.rank === 0 && /^[0-9A-Z]{2}$/.test(bridge?.upper ?? "");
  if (isModified) return { codes: [likeliest(readings)], next: at + 2 };
  // A hyphenated word ("T1-weighted", "covid-19") holds no code, unless its system's name leads it.
  if (!named && (glued || gap(text, tokens, at) === "-")) return null;
  return { codes: [likeliest(readings)], next: at + 1 };
}

function rangeBetween(from: readonly Reading[], to: readonly Reading[]): Reading[] {
  const ranges = from.flatMap((low) =>
    to
      .filter(({ scheme }) => scheme === low.scheme)
      .map((high): Reading => {
        const [first, last] = low.from <= high.from ? [low, high] : [high, low];
        return {
          ...low,
          code: `${first.code}–${last.code.replace(/^(?:DRG|HCC|APC) /, "")}`,
          from: first.from,
          to: last.to,
          rank: low.rank === 0 ? high.rank : low.rank,
        };
      }),
  );
  return likeliest(ranges.toSorted((a, b) => a.rank - b.rank));
}

function interpret(found: readonly Reading[][]): InterpretedCode[] {
  const spans = new Map<string, { code: string; system: string; spans: Span[] }>();
  for (const reading of found.flat()) {
    const { code, system } = reading;
    const key = `${system} ${code}`;
    const known = spans.get(key) ?? { code, system, spans: [] };
    known.spans.push(reading);
    spans.set(key, known);
  }
  return [...spans.values()].map(({ code, system, spans: own }) => ({
    code,
    system,
    families: coverOf(own).map((family) => ({
      id: family.id,
      label: family.label,
      range: rangeOf(family),
    })),
  }));
}

/** The words around codes, without the ones that only joined them ("codes", "and"). */
function tidy(parts: readonly string[]): string {
  const joiner = /^[\s,;:/&()+.-]+|[\s,;:/&(+-]+$/g;
  return parts
    .map((part) => part.replace(joiner, ""))
    .map((part) => part.replace(/(?:^|\s)(?:codes?|ranges?)$/i, "").trim())
    .filter((part) => part !== "" && !/^(?:and|or|und|plus)$/i.test(part))
    .join(" ")
    .replace(/\s+/g, " ");
}
