/**
 * Closing days are calendar days in New York: most of the trade's employers keep Eastern time, and one fixed zone
 * means the same job never shows two dates. A job is open until the last second of its closing day there.
 */
export const CLOSING_TIME_ZONE = "America/New_York";

/** A job may stay open at most this many days ahead. */
export const LONGEST_OPEN_DAYS = 180;

const calendar = new Intl.DateTimeFormat("en-CA", {
  timeZone: CLOSING_TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day, "YYYY-MM-DD", it is in New York at an instant. */
export const closingCalendarDay = (instant: Date): string => calendar.format(instant);

/** `days` after a calendar day, "YYYY-MM-DD". */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last calendar day a job with this end is open, "YYYY-MM-DD": the end itself belongs to that day. */
export const lastDayOpen = (expiresAt: Date): string =>
  closingCalendarDay(new Date(expiresAt.getTime() - 1_000));
