/** A point in time as a résumé states it: to the day, the month or the year. */
export interface StatedDate {
  /** "YYYY-MM-DD"; what was not stated is 01. */
  date: string;
  precision: "day" | "month" | "year";
}

export interface StatedPeriod {
  start: StatedDate;
  /** null = still going on. */
  end: StatedDate | null;
  at: number;
  length: number;
}

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|");
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "(?:19|20)\\d\\d";
const POINT = [
  `${MONTH} \\d{1,2}, ?${YEAR}`,
  `${MONTH},? ?(?:of )?${YEAR}`,
  `${MONTH},? ?['’]\\d\\d`,
  `${YEAR}-\\d\\d-\\d\\d`,
  `${YEAR}[-/.]\\d\\d(?!\\d)`,
  `\\d{1,2}/\\d{1,2}/${YEAR}`,
  `\\d{1,2}[/.-]${YEAR}`,
  YEAR,
].join("|");
const NOW = "present|current(?:ly)?|now|today|ongoing|to date";
const PERIOD = new RegExp(
  `(?<![\\w/.-])(${POINT})[ \\t]*(?:-|–|—|‒|−|to|until|thru|through)[ \\t]*(${POINT}|${NOW})(?![\\w/-])`,
  "gi",
);
const SINCE = new RegExp(`\\bsince (${POINT})(?![\\w/-])`, "gi");
const ALONE = new RegExp(`(?<![\\w/.-])(?:${POINT})(?![\\w/-])`, "gi");

/** Every period a line states: "Feb 2019 – Present", "06/2016 - 01/2019", "2014–2016", "since May 2020". */
export function periodsIn(line: string): StatedPeriod[] {
  const ranges = [...line.matchAll(PERIOD)].flatMap((match) => {
    const start = readDate(match[1] ?? "");
    const last = match[2] ?? "";
    const end = new RegExp(`^(?:${NOW})$`, "i").test(last) ? null : readDate(last);
    const isSound = start && (end === null || end.date >= start.date);
    return isSound ? [{ start, end, at: match.index, length: match[0].length }] : [];
  });
  if (ranges.length > 0) return ranges;
  return [...line.matchAll(SINCE)].flatMap((match) => {
    const start = readDate(match[1] ?? "");
    return start ? [{ start, end: null, at: match.index, length: match[0].length }] : [];
  });
}

/** Every date a line states, in order. */
export const datesIn = (line: string): (StatedDate & { at: number })[] =>
  [...line.matchAll(ALONE)].flatMap((match) => {
    const date = readDate(match[0]);
    return date ? [{ ...date, at: match.index }] : [];
  });

function readDate(text: string): StatedDate | null {
  const typed = text.toLowerCase();
  const word = /^[a-z]{3}/.exec(typed)?.[0];
  const numbers = typed.match(/\d+/g)?.map(Number) ?? [];
  if (word) {
    const month = MONTHS.indexOf(word) + 1;
    const [first = 0, second] = numbers;
    if (second !== undefined) return dateOf(second, month, first, "day");
    return dateOf(first < 100 ? fullYear(first) : first, month, 1, "month");
  }
  const [a = 0, b, c] = numbers;
  if (b === undefined) return dateOf(a, 1, 1, "year");
  if (a > 1000) return dateOf(a, b, c ?? 1, c === undefined ? "month" : "day");
  if (c !== undefined) return dateOf(c, a, b, "day");
  return dateOf(b, a, 1, "month");
}

const fullYear = (short: number): number => (short < 60 ? 2000 : 1900) + short;

function dateOf(
  year: number,
  month: number,
  day: number,
  precision: StatedDate["precision"],
): StatedDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1940 && year < 2100
    ? { date: date.toISOString().slice(0, 10), precision }
    : null;
}

/** The first day of a date's month. */
export const monthOf = ({ date }: StatedDate): string => `${date.slice(0, 7)}-01`;

/** The last day a date can mean: of its month when the day was not stated; null for a bare year. */
export function lastDayOf({ date, precision }: StatedDate): string | null {
  if (precision === "day") return date;
  if (precision === "year") return null;
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
