import { STATE_NAMES } from "../us-states.ts";
import { gapBefore, type LineWord } from "./line-words.ts";
import { namesOrganisation } from "./place-names.ts";

// Codes nobody types for anything else on a job board.
const CLEAR = new Set(
  "tx fl ny nj nc sc tn ga az nv ky mn wi wv wy nh vt ri ut ks il sd nd oh ia wa".split(" "),
);
// Clear after "in", however written. Not CT, AR, ID, MS, ME, OR, IN, HI, LA: they are words or work of coders.
const CLEAR_AFTER_IN = new Set("ca pa ma mi co al mo ak ne mt va md ok nm".split(" "));
const CLEAR_IN_CAPITALS = new Set([...CLEAR_AFTER_IN, "de", "dc", "la", "pr"]);

const BY_NAME = new Map(
  Object.entries(STATE_NAMES).map(([code, name]) => [name.toLowerCase(), code] as const),
);

const NOT_THE_STATE = /^(?:george|mary|martha|booker|t|denzel|port|fort|ft|mount|mt|new)$/;

/** A state that begins at a word, when nothing else can be meant. */
export function stateAt(
  { line, words }: { line: string; words: readonly LineWord[] },
  at: number,
): { state: string; next: number } | null {
  const before = words[at - 1]?.word ?? "";
  for (const length of [3, 2, 1]) {
    const name = words
      .slice(at, at + length)
      .map(({ word }) => word)
      .join(" ");
    const state = at + length <= words.length ? BY_NAME.get(name) : undefined;
    if (!state) continue;
    const isState = words[at + length]?.word === "state";
    // People and towns of that name; the city on the Potomac is read before.
    if (name === "washington" && !isState && NOT_THE_STATE.test(before)) return null;
    const next = at + length + (isState ? 1 : 0);
    const isOf = words[at - 1]?.word === "of" && words[at - 2]?.word === "university";
    return isOf || namesOrganisation(words, next) ? null : { state, next };
  }
  return codeAt(line, words, at);
}

function codeAt(line: string, words: readonly LineWord[], at: number) {
  const own = words[at];
  const state = own?.word.toUpperCase() ?? "";
  if (!own || !(state in STATE_NAMES) || own.end - own.start !== 2) return null;
  const isCapital = own.typed === state && /[a-z]/.test(line);
  const before = words[at - 1]?.word ?? "";
  const isLed =
    before === "in" ||
    (isCapital && /^(?:remote|near|from|live|hybrid|onsite|jobs?|coders?)$/.test(before));
  const isListed = /^\s*[,/]\s*$/.test(gapBefore(line, words, at) ?? "") && isStateWord(before);
  const isClear =
    CLEAR.has(own.word) ||
    (before === "in" && CLEAR_AFTER_IN.has(own.word)) ||
    (isListed && CLEAR_AFTER_IN.has(own.word)) ||
    (isLed && isCapital && CLEAR_IN_CAPITALS.has(own.word));
  return isClear && !namesOrganisation(words, at + 1) ? { state, next: at + 1 } : null;
}

const isStateWord = (word: string): boolean =>
  word.toUpperCase() in STATE_NAMES || BY_NAME.has(word);
