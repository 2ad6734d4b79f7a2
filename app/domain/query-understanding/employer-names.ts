import { isFieldPhrase } from "./field-phrases.ts";
import type { KnownNames } from "./interpretation.ts";
import { type LineWord, lineWords } from "./line-words.ts";

const FORMS = new Set("the inc llc llp ltd corp corporation co company pllc pa pc".split(" "));

/** Employers' names by their first word, each as its words, legal forms left out; for `KnownNames.employers`. */
export function employersByWord(names: readonly string[]): KnownNames["employers"] {
  const lists = names
    .map((name) =>
      lineWords(name)
        .map(({ word }) => word)
        .filter((word) => !FORMS.has(word)),
    )
    .filter((words) => words.length > 0 && !isFieldPhrase(words.join(" ")));
  return Map.groupBy(lists, ([first]) => first ?? "");
}

/**
 * How many words from `at` on are an employer's name: all of it, or its first two and more unless they say something
 * of the field ("Dallas Radiology Partners" typed as "dallas radiology"). 0 when none.
 */
export function employerAt(
  words: readonly LineWord[],
  at: number,
  employers: KnownNames["employers"],
): number {
  const known = employers.get(words[at]?.word ?? "") ?? [];
  return Math.max(0, ...known.map((name) => matched(words, at, name)));
}

function matched(words: readonly LineWord[], at: number, name: readonly string[]): number {
  let length = 0;
  while (length < name.length && words[at + length]?.word === name[length]) length += 1;
  if (length === name.length) return length;
  if (length < 2) return 0;
  const saysField = name
    .slice(0, length)
    .some(
      (word, index) => isFieldPhrase(word) || isFieldPhrase(name.slice(index, length).join(" ")),
    );
  return saysField ? 0 : length;
}
