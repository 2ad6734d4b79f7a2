/** One word of a plain line: lower case, without accents, with its place. */
export interface LineWord {
  word: string;
  /** As typed. */
  typed: string;
  start: number;
  end: number;
}

/** The words of a line: runs of letters and digits; an apostrophe inside one is left out ("children's"). */
export const lineWords = (line: string): LineWord[] =>
  [...line.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((match) => ({
    word: plainWord(match[0]),
    typed: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

export const plainWord = (typed: string): string =>
  typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’]+/gu, "");

/** What stands between a word and the one before it; null at the line's start. */
export function gapBefore(line: string, words: readonly LineWord[], at: number): string | null {
  const [before, own] = [words[at - 1], words[at]];
  return before && own ? line.slice(before.end, own.start) : null;
}

/** Whether words `from` to `to` (exclusive) stand together as one phrase: spaces, hyphens, slashes and the like between. */
export function isTogether(
  line: string,
  words: readonly LineWord[],
  { from, to }: { from: number; to: number },
): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (!/^[\s./&%-]{1,3}$/.test(gapBefore(line, words, at) ?? "")) return false;
  }
  return true;
}

/** True when a hyphen ties the phrase to a word outside it: "non-remote", "remote-first", "CPC-X". */
export function isTied(
  line: string,
  words: readonly LineWord[],
  { from, to }: { from: number; to: number },
): boolean {
  return gapBefore(line, words, from) === "-" || gapBefore(line, words, to) === "-";
}

/** Where a sequence of words occurs, as [first, after the last] word; empty for an empty sequence. */
export function occurrences(
  words: readonly LineWord[],
  sequence: readonly string[],
): { from: number; to: number }[] {
  if (sequence.length === 0) return [];
  return words.flatMap((_, from) =>
    sequence.every((word, offset) => words[from + offset]?.word === word)
      ? [{ from, to: from + sequence.length }]
      : [],
  );
}
