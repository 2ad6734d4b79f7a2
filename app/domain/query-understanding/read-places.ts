import { STATE_NAMES } from "../us-states.ts";
import { isFieldPhrase } from "./field-phrases.ts";
import type { Interpretation, KnownNames } from "./interpretation.ts";
import { gapBefore, isTied, isTogether, type LineWord, plainWord } from "./line-words.ts";
import { isOwnCity, namesOrganisation } from "./place-names.ts";
import { stateAt } from "./read-states.ts";

export interface PlaceContext {
  line: string;
  words: readonly LineWord[];
  names: KnownNames;
  /** Someone who works from home asks where they may live, not how far the office is. */
  isRemote: boolean;
  /** A place was chosen already: cities stay words. */
  placeTaken: boolean;
}

const LONGEST_CITY = 4;
const CODES = new Set(Object.keys(STATE_NAMES));

/** A place that begins at a word, if one does: a ZIP code led by "near", a city with its state, a state, a large city. */
export function placeAt(context: PlaceContext, at: number): Interpretation | null {
  const { words } = context;
  const around = radiusAt(context, at);
  const start = around ? around.next : at;
  if (around && context.placeTaken) return null;
  const place =
    zipAt(context, start, around !== null) ??
    cityAt(context, start, around !== null) ??
    (around ? null : ownState(context, start));
  if (!place) return null;
  const { next, label, asks } = place;
  const end = endWithRadius(context, next);
  const radius = around?.radius ?? end.radius;
  const near = asks.near && { place: asks.near.place, radius };
  if (near && (context.placeTaken || isTiedAround(context, at, end.next))) return null;
  const from = words[at]?.start ?? 0;
  const to = words[end.next - 1]?.end ?? from;
  return {
    kind: "place",
    start: from,
    end: to,
    typed: context.line.slice(from, to),
    label: near ? `Within ${radius ?? 50} miles of ${near.place}` : label,
    asks: near ? { near } : asks,
  };
}

interface Place {
  next: number;
  label: string;
  asks: Interpretation["asks"];
}

const isTiedAround = ({ line, words }: PlaceContext, from: number, to: number): boolean =>
  isTied(line, words, { from, to });

/** "near", "within 25 miles of", "25 miles from": what leads a place, and how far it reaches. */
function radiusAt({ words }: PlaceContext, at: number) {
  const word = (offset: number) => words[at + offset]?.word ?? "";
  if (/^(?:near|around|nearby|zip)$/.test(word(0))) {
    const skip = word(0) === "zip" && word(1) === "code" ? 2 : 1;
    return { next: at + skip, radius: null };
  }
  const shift = word(0) === "within" ? 1 : 0;
  const miles = Number(/^\d{1,3}$/.exec(word(shift))?.[0] ?? 0);
  const isMiles = /^(?:miles?|mi)$/.test(word(shift + 1)) && /^(?:of|from)$/.test(word(shift + 2));
  return miles > 0 && isMiles ? { next: at + shift + 3, radius: Math.min(miles, 500) } : null;
}

/** "Tampa within 20 miles". */
function endWithRadius({ words }: PlaceContext, next: number) {
  const [within, miles, unit] = words.slice(next, next + 3).map(({ word }) => word);
  if (within !== "within" || !/^\d{1,3}$/.test(miles ?? "") || !/^mi(?:les?)?$/.test(unit ?? "")) {
    return { next, radius: null };
  }
  return { next: next + 3, radius: Math.min(Number(miles), 500) };
}

/** A ZIP code where something says it is one: elsewhere five digits are a CPT code. */
function zipAt({ words, names }: PlaceContext, at: number, isLed: boolean): Place | null {
  const word = words[at]?.word ?? "";
  if (!isLed || !/^\d{5}$/.test(word) || !names.isZip(word)) return null;
  return { next: at + 1, label: "", asks: { near: { place: word, radius: null } } };
}

function cityAt(context: PlaceContext, at: number, isLed: boolean): Place | null {
  const { line, words, names } = context;
  for (let length = LONGEST_CITY; length > 0; length -= 1) {
    const next = at + length;
    if (next > words.length || !isTogether(line, words, { from: at, to: next })) continue;
    const name = words
      .slice(at, next)
      .map(({ word }) => word)
      .join(" ");
    const stated = statedCity(context, name, next);
    if (stated) return stated;
    if (isFieldPhrase(name)) continue;
    const city = names.city(name);
    const isClear = city !== null && (isLed || isOwnCity(name, city.zips, wordBefore(context, at)));
    if (city && isClear && !namesOrganisation(words, next)) return placeOf(context, city, next);
  }
  return null;
}

const wordBefore = ({ words }: PlaceContext, at: number): string => words[at - 1]?.word ?? "";

/** A city followed by its state, and perhaps its ZIP code. */
function statedCity(context: PlaceContext, name: string, at: number): Place | null {
  const { line, words, names } = context;
  const gap = gapBefore(line, words, at) ?? "";
  if (!/^,?\s+$|^,$/.test(gap)) return null;
  for (const length of [2, 1]) {
    const typed = words.slice(at, at + length);
    const state = stateNamed(typed.map(({ typed: own }) => own).join(" "));
    const last = typed[length - 1];
    if (!state || !last) continue;
    const city = names.cityIn(name, state);
    // The president, or the universities named for him, not the village in that state.
    if (name === "george" && !gap.startsWith(",")) continue;
    const isClear =
      !isWordlike(last.word) ||
      gap.startsWith(",") ||
      (/^[A-Z]{2}$/.test(last.typed) && /[a-z]/.test(line)) ||
      at + length === words.length;
    if (!city || !isClear || (isFieldPhrase(name) && !gap.startsWith(","))) continue;
    const zip = words[at + length]?.word ?? "";
    const next = at + length + (/^\d{5}$/.test(zip) && names.isZip(zip) ? 1 : 0);
    return placeOf(context, city, next);
  }
  return null;
}

/** Codes that are everyday words: after a city they need a comma, capitals or the end of the line. */
const isWordlike = (code: string): boolean => /^(?:or|in|me|hi|ok|oh|la|de)$/.test(code);

const stateNamed = (typed: string): string | null => {
  if (CODES.has(typed.toUpperCase())) return typed.toUpperCase();
  const name = plainWord(typed);
  return Object.entries(STATE_NAMES).find(([, own]) => own.toLowerCase() === name)?.[0] ?? null;
};

function placeOf(
  { isRemote }: PlaceContext,
  city: { label: string; state: string },
  next: number,
): Place {
  if (!isRemote) return { next, label: "", asks: { near: { place: city.label, radius: null } } };
  return {
    next,
    label: `Open to coders in ${STATE_NAMES[city.state] ?? city.state}`,
    asks: { anyOf: [`state:${city.state}`] },
  };
}

function ownState(context: PlaceContext, at: number): Place | null {
  const found = stateAt(context, at);
  if (!found || isTied(context.line, context.words, { from: at, to: found.next })) return null;
  const { state, next } = found;
  return {
    next,
    label: `Open to coders in ${STATE_NAMES[state] ?? state}`,
    asks: { anyOf: [`state:${state}`] },
  };
}
