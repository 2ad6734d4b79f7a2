import type { Interpretation } from "./interpretation.ts";

const OR = /^(?:\s*[,/]\s*(?:or\s+)?|\s+or\s+)$/i;
const BETWEEN_STATES = /^(?:\s*[,/&]?\s*(?:(?:or|and)\s+)?|\s+)$/i;

/**
 * "CPC or CCS", "texas, oklahoma": neighbours of one kind joined by "or" are one interpretation that either satisfies.
 * States are alternatives however joined: one lives in one of them.
 */
export function joinAlternatives(line: string, found: readonly Interpretation[]): Interpretation[] {
  const joined: Interpretation[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    if (!last || !areAlternatives(line, last, one)) {
      joined.push(one);
      continue;
    }
    const anyOf = [...new Set([...(last.asks.anyOf ?? []), ...(one.asks.anyOf ?? [])])];
    const also = one.label
      .replace(/^Open to coders in /, "")
      .split(" or ")
      .filter((part) => !last.label.includes(part));
    const label = [last.label, ...also].join(" or ");
    const typed = line.slice(last.start, one.end);
    joined.splice(-1, 1, { ...last, end: one.end, typed, label, asks: { anyOf } });
  }
  return joined;
}

function areAlternatives(line: string, one: Interpretation, other: Interpretation): boolean {
  if (one.kind !== other.kind || !one.asks.anyOf || !other.asks.anyOf) return false;
  const between = line.slice(one.end, other.start);
  return (one.kind === "place" ? BETWEEN_STATES : OR).test(between);
}
