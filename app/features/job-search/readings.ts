import type { InterpretedPhrase, JobSearch } from "#app/domain/job-search.ts";
import { withWords } from "#app/domain/query-understanding/asked-search.ts";

/** How one stretch of the line was read, and the same search with it left as words. */
export interface ReadPhrase extends Pick<InterpretedPhrase, "kind" | "typed" | "label" | "codes"> {
  wordsHref: string;
}

/** How a typed line was read, as the search page shows it. */
export interface Readings {
  read: ReadPhrase[];
  /** What stays words, and the same search with it read again. */
  asWords: { typed: string; readHref: string }[];
}

/** Each reading once, however often its words are typed, and what stays words. */
export function readings(
  search: JobSearch,
  phrases: readonly InterpretedPhrase[],
  href: (search: JobSearch) => string,
): Readings {
  const first = new Map(phrases.map((phrase) => [phrase.typed.toLowerCase(), phrase]));
  return {
    read: [...first.values()].map(({ kind, typed, label, codes }) => ({
      kind,
      typed,
      label,
      codes,
      wordsHref: href(withWords(search, [{ typed }])),
    })),
    asWords: search.asWords.map((typed) => ({
      typed,
      readHref: href({
        ...search,
        asWords: search.asWords.filter((other) => other !== typed),
        page: 1,
      }),
    })),
  };
}
