import { wordsOf } from "./word-match.ts";

// Every posting is a coding job: these words narrow nothing, and not every posting writes them.
const SAID_OF_EVERY_JOB = new Set(
  "job jobs position positions opening openings role roles vacancy vacancies work career careers hiring coder coders coding medical needed wanted".split(
    " ",
  ),
);

const JOINING = new Set(
  "a an and any are as at be by for from i in is it of on or that the this to with within near my me looking".split(
    " ",
  ),
);

const MOST_WORDS = 10;

/** The words of a typed line that can narrow a search, at most ten; both search backends see only these. */
export const searchWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !SAID_OF_EVERY_JOB.has(word) && !JOINING.has(word))
    .slice(0, MOST_WORDS);
