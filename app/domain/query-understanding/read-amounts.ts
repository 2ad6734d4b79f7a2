import { EXPERIENCE_LEVELS } from "../vocabulary.ts";
import type { Interpretation } from "./interpretation.ts";

const HOURS_A_YEAR = 2_080;
const MOST_HOURLY = 500;

// "over $30", "at least 30/hr", "$30+", "$65k", "60,000 a year". A ceiling ("up to $30") is not a floor.
const AMOUNT =
  /(?<![\w.,])(?:(?<lead>at least|over|above|from|minimum|min|starting at|more than|up to|under|below|max|less than)\s+)?(?<dollar>\$\s?)?(?<number>\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?)(?<k>\s?k\b)?(?<plus>\+)?(?<period>\s?\/\s?(?:hr|hour|h|yr|year)\b|\s(?:an|per|a)\s(?:hour|hr|year|yr)\b|\s(?:hourly|annually|yearly|annual)\b)?(?<after>\+)?(?![\w,])(?!\.\d)/gi;

const CEILING = /^(?:up|under|below|max|less)/i;
const OTHER_UNIT =
  /^\s?(?:\/|per|an?|each)\s?(?:chart|record|encounter|report|claim|rvu|wrvu|day|week|month|case|visit)|^\s?(?:-|–|to)\s?\$?\d|^\s?%/i;

/** Pay floors: an amount with a dollar sign, a "k" or a period. Without one of them a number stays a number. */
export function readPay(line: string): Interpretation[] {
  return [...line.matchAll(AMOUNT)].flatMap((match) => {
    const { lead, dollar, number = "", k, period } = match.groups ?? {};
    const [typed] = match;
    const start = match.index;
    const after = line.slice(start + typed.length);
    if (!(dollar || k || period) || (lead && CEILING.test(lead)) || OTHER_UNIT.test(after)) {
      return [];
    }
    const amount = Number(number.replaceAll(",", "")) * (k ? 1_000 : 1);
    const hourly = asHourly(amount, period ?? "");
    if (hourly === null) return [];
    const end = start + typed.trimEnd().length;
    return [
      {
        kind: "pay" as const,
        start,
        end,
        typed: line.slice(start, end),
        label: `Pays ${dollars(hourly)} an hour or more`,
        asks: { payMin: hourly },
      },
    ];
  });
}

const dollars = (amount: number): string =>
  `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;

function asHourly(amount: number, period: string): number | null {
  const isYearly = /y|ann/i.test(period) || (period === "" && amount >= 10_000);
  const hourly = isYearly ? Math.round((amount / HOURS_A_YEAR) * 100) / 100 : amount;
  return hourly >= 5 && hourly <= MOST_HOURLY ? hourly : null;
}

const YEARS =
  /(?<![\w.-])(\d{1,2})\+?\s?(?:years?|yrs?)(?:\s(?:of\s)?(?:coding\s)?(?:experience|exp))(?![\w-])/gi;

// From how many years on one is no longer within a level.
const LEVELS = [
  ["apprentice", 0],
  ["entry", 1],
  ["mid", 3],
  ["senior", 6],
  ["expert", 10],
] as const;

/** "5 years experience": the levels someone with as much has reached. */
export const readYears = (line: string): Interpretation[] =>
  [...line.matchAll(YEARS)].map((match) => {
    const years = Number(match[1]);
    const reached = LEVELS.filter(([, from]) => years >= from).map(([slug]) => slug);
    const highest = EXPERIENCE_LEVELS.find(({ slug }) => slug === reached.at(-1));
    return {
      kind: "experience" as const,
      start: match.index,
      end: match.index + match[0].length,
      typed: match[0],
      label: `Experience asked: ${highest?.label ?? ""} or less`,
      asks: { anyOf: reached.map((slug) => `experience:${slug}`) },
    };
  });
