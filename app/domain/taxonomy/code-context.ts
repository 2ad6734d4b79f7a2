import { STATE_NAMES } from "../us-states.ts";
import type { Token } from "./typed-line.ts";

const UNITS =
  /^(?:K|HRS?|HOURS?|YRS?|YEARS?|MONTHS?|MOS?|WEEKS?|WKS?|DAYS?|MIN|MINUTES?|MILES?|MI|CHARTS?|RECORDS?|ENCOUNTERS?|REPORTS?|CLAIMS?|BEDS?|DOLLARS?|USD|PERCENT|ANNUALLY|YEARLY|ANNUAL|SALARY|HOURLY|PER)$/;
const AMOUNTS =
  /^(?:SALARY|PAY|PAYS|PAYING|EARN|EARNING|BONUS|USD|OVER|ABOVE|UNDER|LEAST|MOST|MINIMUM|MAXIMUM|MIN|MAX|ABOUT|APPROXIMATELY)$/;
const PLACES = /^(?:NEAR|AROUND|ZIP|ZIPCODE|NEARBY)$/;

/**
 * True for a bare number that its neighbours make an amount, a duration, a telephone number or a ZIP code.
 * Only numbers: "I25.10 3 years" keeps its code.
 */
export function isNumberInContext(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^\d+$/.test(token.upper)) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const left = text.slice(before?.end ?? 0, token.start);
  const right = text.slice(token.end, after?.start ?? text.length);
  if (/\$\s?$/.test(left) || /^(?:\s?%|\+|\/(?:yr|hr|year|hour|mo))/i.test(text.slice(token.end)))
    return true;
  if (after && /^\s$/.test(right) && UNITS.test(after.upper)) return true;
  if (/^ an? (?:year|hour|month|week|day|chart)\b/i.test(text.slice(token.end))) return true;
  if (before && /^[\s:]+$/.test(left) && AMOUNTS.test(before.upper)) return true;
  return isZip(text, tokens, at) || isGrouped(token, before, after, left, right);
}

/** "near 33602", "zip code 33602", "Tampa, FL 33602"; a ZIP code without such a neighbour reads as a CPT code. */
function isZip(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.upper.length !== 5 || !before) return false;
  if (PLACES.test(before.upper)) return true;
  const beforeThat = tokens[at - 2];
  if (before.upper === "CODE" && beforeThat?.upper === "ZIP") return true;
  if (before.upper === "OF" && /^(?:MILES|MI)$/.test(beforeThat?.upper ?? "")) return true;
  const comma = beforeThat ? text.slice(beforeThat.end, before.start) : "";
  return /^\s*,\s*$/.test(comma) && before.upper in STATE_NAMES;
}

/** "813-555-1234", "33602-1234", "60,000", "11/21/2026". */
function isGrouped(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  left: string,
  right: string,
): boolean {
  const isNumber = (one: Token | undefined) => /^\d+$/.test(one?.upper ?? "");
  if (left === "-" && isNumber(before) && before?.upper.length !== token.upper.length) return true;
  if (right === "-" && isNumber(after) && token.upper.length === 5 && after?.upper.length === 4)
    return true;
  if (left === "," && isNumber(before) && token.upper.length === 3) return true;
  return left === "/" && token.upper.length === 4 && isNumber(before) && before?.upper.length !== 4;
}
