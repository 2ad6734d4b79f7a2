import type { Experience } from "./requirement.ts";

/** Months further back than this count half: a recruiter asks what was coded lately, not ever. */
export const RECENT_MONTHS = 36;

/** A family used within the last year is in use: nobody edits a profile every month. */
export const STILL_IN_USE_MONTHS = 12;

const countable = (months: number): number => (months > 0 ? Math.min(months, 720) : 0);

/**
 * What `months` of work that ended `monthsAgo` are worth today, in months: those within the last three years
 * count whole, older ones half. Never less for more months, nor for a later end.
 */
function weighMonths(months: number, monthsAgo: number): number {
  const all = countable(months);
  const recent = Math.min(all, Math.max(0, RECENT_MONTHS - Math.max(0, monthsAgo)));
  return recent + (all - recent) / 2;
}

/**
 * An experience in today's months. Work that is not dated shows nothing recent, so all of it counts half: saying
 * when it was last used never costs a point.
 */
export function weighExperience({ months, lastUsedOn }: Experience, now: Date): number {
  const ago = lastUsedOn === null ? null : calendarMonthsBetween(new Date(lastUsedOn), now);
  if (ago === null) return weighMonths(months, RECENT_MONTHS);
  return weighMonths(months, ago <= STILL_IN_USE_MONTHS ? 0 : ago);
}

function calendarMonthsBetween(from: Date, to: Date): number | null {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const months = years * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Number.isNaN(months) ? null : months;
}

/**
 * How much of what is asked the months cover, 0–1. The asked months are weighed by the same clock, as if worked
 * until today, so that exactly five years in the chair cover a demand for five.
 */
export function shareOfAsked(weighed: number, minMonths: number): number {
  const asked = weighMonths(minMonths, 0);
  if (asked === 0) return weighed > 0 ? 1 : 0;
  return Math.min(1, weighed / asked);
}
