import { matchQuality, wordsOf } from "../word-match.ts";

/** Something with names, the first its own and the others what people also call it. */
export interface Named<Value> {
  value: Value;
  names: readonly string[];
}

interface Entry<Value> {
  value: Value;
  words: string[];
  isOwn: boolean;
}

/** Every word of the names, by its first letter, which a typo never changes here, with the names that hold it. */
export type NameIndex<Value> = Map<string, Map<string, Entry<Value>[]>>;

export function indexNames<Value>(all: readonly Named<Value>[]): NameIndex<Value> {
  const index: NameIndex<Value> = new Map();
  for (const { value, names } of all) {
    for (const [at, name] of names.entries()) {
      const entry = { value, words: wordsOf(name), isOwn: at === 0 };
      for (const word of new Set(entry.words)) {
        const letter = word[0] ?? "";
        const words = index.get(letter) ?? new Map<string, Entry<Value>[]>();
        index.set(letter, words);
        words.set(word, [...(words.get(word) ?? []), entry]);
      }
    }
  }
  return index;
}

/** Values whose name holds every typed word, its beginning or a slip of it; best first, each once. */
export function findNamed<Value>(
  index: NameIndex<Value>,
  typed: readonly string[],
  limit: number,
): Value[] {
  const [first, ...others] = typed.map((word) => qualities(index, word));
  const best = new Map<Value, number>();
  for (const [word, quality] of first ?? []) {
    for (const entry of index.get(word[0] ?? "")?.get(word) ?? []) {
      const worst = Math.min(quality, ...others.map((known) => bestOf(entry.words, known)));
      if (worst === 0) continue;
      const isWhole = typed.length === entry.words.length ? 4 : 0;
      const isFirst = entry.words[0] === word ? 3 : 0;
      const score = worst * 10 + isWhole + isFirst + (entry.isOwn ? 2 : 0);
      if (score > (best.get(entry.value) ?? 0)) best.set(entry.value, score);
    }
  }
  return [...best]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, limit)
    .map(([value]) => value);
}

/** Words of the index a typed word may stand for, and how well. */
function qualities<Value>(index: NameIndex<Value>, typed: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const known of index.get(typed[0] ?? "")?.keys() ?? []) {
    const quality = matchQuality(typed, known);
    if (quality > 0) found.set(known, quality);
  }
  return found;
}

const bestOf = (words: readonly string[], known: ReadonlyMap<string, number>): number =>
  Math.max(0, ...words.map((word) => known.get(word) ?? 0));
