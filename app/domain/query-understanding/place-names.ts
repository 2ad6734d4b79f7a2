import type { LineWord } from "./line-words.ts";

const LARGE = 8;
const LARGE_OF_SEVERAL_WORDS = 3;
const LARGE_AFTER_IN = 2;

// Cities that are also words of the language or of this field.
const ALSO_WORDS = new Set(
  "mobile reading orange independence enterprise spring lincoln normal surprise media commerce industry remote home house union center general liberty hope faith normal carolina jamaica york gary bend sandy orange hampton warren henderson kent laurel meridian anderson gilbert bryan tyler jackson madison monroe marietta lancaster price opportunity experience medical hospital clinic spring valley mission moore progress lead person demand office training".split(
    " ",
  ),
);
// Cities whose bare name is a health system's as often.
const ALSO_EMPLOYERS = new Set(
  "providence temple aurora mercy banner duke mayo emory sanford stanford trinity sharp penn jefferson vanderbilt baylor marshfield geisinger rochester ascension carle concord sutter scripps hoag inova mclean cedars sentara novant ochsner washington".split(
    " ",
  ),
);
const NOT_CITIES =
  /\b(?:apo|fpo|dpo|atl|bham|service|fulfill|dulles|young america|navy yard|medical|coding|health)\b/;

/** Whether a city's bare name can only be meant as the city. `before` is the word before it. */
export function isOwnCity(name: string, zips: number, before: string): boolean {
  // The state says the same and more.
  if (name === "new york") return false;
  if (NOT_CITIES.test(name) || ALSO_EMPLOYERS.has(name) || /\d/.test(name)) return false;
  if (before === "of" || before === "saint" || before === "st") return false;
  const isSeveral = name.includes(" ");
  if (!isSeveral && ALSO_WORDS.has(name)) return false;
  if (before === "in" && name.length > 3) return zips >= LARGE_AFTER_IN;
  return zips >= (isSeveral ? LARGE_OF_SEVERAL_WORDS : LARGE);
}

const ORGANISATION =
  /^(?:university|childrens|children|methodist|presbyterian|baptist|memorial|health|healthcare|clinic|hospital|hospitals|general|regional)$/;
const OF_CODERS = /^(?:cod|bill|record|audit|special|job|office|neces)/;

/** Whether the words after a place make it part of a name: "Texas Health", "Boston Medical Center". */
export function namesOrganisation(words: readonly LineWord[], next: number): boolean {
  const [first = "", second = ""] = words.slice(next, next + 2).map(({ word }) => word);
  if (first === "medical") return !OF_CODERS.test(second) && second !== "";
  if (first === "general") return second !== "surgery";
  if (first === "health" && /^(?:plan|information|insurance)/.test(second)) return false;
  return ORGANISATION.test(first);
}
