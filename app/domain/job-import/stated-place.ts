import type { StateRule } from "../us-states.ts";
import { STATE_NAMES } from "../us-states.ts";
import { listIn } from "./terms.ts";

const BY_NAME = new Map(
  Object.entries(STATE_NAMES).flatMap(([code, name]) => [
    [code.toLowerCase(), code] as const,
    [name.toLowerCase(), code] as const,
  ]),
);

/** "FL" for "fl", "Florida" and "Fla." alike where known; else null. */
export const stateOf = (text: string): string | null =>
  BY_NAME.get(
    text
      .toLowerCase()
      .replace(/[^a-z ]/g, "")
      .trim(),
  ) ?? null;

/** "Tampa, FL 33602", "Tampa, Florida", "33602". What is not said is null. */
export function statedPlace(text: string): {
  city: string | null;
  state: string | null;
  zip: string | null;
} {
  const [zip = null] = /\b\d{5}(?:-\d{4})?\b/.exec(text) ?? [];
  const rest = text.replace(zip ?? "", "").replace(/,?\s*(?:USA?|United States)\.?\s*$/i, "");
  const parts = rest
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const state = stateOf(parts.at(-1) ?? "");
  const city = state ? (parts.at(-2) ?? null) : (parts[0] ?? null);
  return { city: city && /^remote$/i.test(city) ? null : city, state, zip };
}

/** "All states", "FL; GA; TX", "all except CA, NY" as the rule of where a coder may live. */
export function statesIn(text: string): {
  rule: StateRule | null;
  listed: string[];
  unknown: string[];
} {
  if (text.trim() === "") return { rule: null, listed: [], unknown: [] };
  const except = /\b(?:except|excluding|but not|not)\b:?\s*(.*)/is.exec(text)?.[1];
  if (except === undefined && /^(?:all|any|nationwide|us|usa|united states)\b/i.test(text.trim())) {
    return { rule: "all-states", listed: [], unknown: [] };
  }
  const named = listIn((except ?? text).replace(/\band\b/gi, ","));
  const listed = [...new Set(named.flatMap((name) => stateOf(name) ?? []))];
  return {
    rule: listed.length === 0 ? null : except === undefined ? "listed-states" : "excluded-states",
    listed,
    unknown: named.filter((name) => stateOf(name) === null),
  };
}
