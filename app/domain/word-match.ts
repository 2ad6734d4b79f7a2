/** The words of a text: lower case, without accents, letters and digits only. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a typed word meets a known one: 3 the same, 2 its beginning, 1 a typo away, 0 not at all. */
export function matchQuality(typed: string, known: string): 0 | 1 | 2 | 3 {
  if (typed === known) return 3;
  if (typed.length > 1 && known.startsWith(typed)) return 2;
  const allowed = typosAllowed(typed);
  if (allowed === 0 || typed[0] !== known[0] || known.length < typed.length - allowed) return 0;
  return distanceToStart(typed, known, allowed) <= allowed ? 1 : 0;
}

/** As the search engine counts them: one from five letters, two from nine, none where there is a digit. */
const typosAllowed = (word: string): number => {
  if (word.length < 5 || /\d/.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
};

/** Fewest edits (swaps of neighbours count as one) from `typed` to `known` or, if longer, to its beginning. */
function distanceToStart(typed: string, known: string, most: number): number {
  const width = Math.min(known.length, typed.length + most);
  if (width < typed.length - most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const same = typed[row - 1] === known[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = typed[row - 1] === known[column - 2] && typed[row - 2] === known[column - 1];
      if (row > 1 && column > 1 && swapped)
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(...last.slice(-1 - 2 * most));
}
