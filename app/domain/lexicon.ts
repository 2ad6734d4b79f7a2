import { CODE_FAMILIES } from "./taxonomy/code-families.ts";
import { SYNONYMS } from "./taxonomy/synonyms.ts";
import { STATE_NAMES } from "./us-states.ts";
import { ROLES, SETTINGS, SOFTWARE, SPECIALTIES, WORK_MODES } from "./vocabulary.ts";
import { matchQuality, wordsOf } from "./word-match.ts";

const MOST = 4;

let byFirstLetter: Map<string, string[]> | null = null;

/** The words of the field, by their first letter. */
function lexicon(): Map<string, string[]> {
  if (byFirstLetter) return byFirstLetter;
  const texts = [
    ...[...SPECIALTIES, ...SETTINGS, ...ROLES, ...SOFTWARE, ...WORK_MODES].flatMap((term) => [
      term.label,
      ...term.aliases,
    ]),
    ...CODE_FAMILIES.map(({ label }) => label),
    ...SYNONYMS.flat(),
    ...Object.values(STATE_NAMES),
  ];
  const words = new Set(texts.flatMap(wordsOf).filter((word) => word.length >= 4));
  byFirstLetter = Map.groupBy(words, (word) => word[0] ?? "");
  return byFirstLetter;
}

/** The field's words that a misspelled one was meant for: "cardiolgy" → "cardiology". */
export const correctionsOf = (word: string): string[] =>
  (lexicon().get(word[0] ?? "") ?? [])
    .filter((known) => matchQuality(word, known) === 1)
    .slice(0, MOST);
