const DAY = 86_400_000;

const isCalendarDate = (at: string): boolean => /^\d{4}-\d\d-\d\d$/.test(at);

// Made once: making one costs a hundred times more than using it, and a list page uses it 60 times.
const dayOfYear = new Intl.DateTimeFormat("en-US", {
  month: "long",
  day: "numeric",
  timeZone: "UTC",
});
const wholeDate = new Intl.DateTimeFormat("en-US", {
  month: "long",
  day: "numeric",
  year: "numeric",
  timeZone: "UTC",
});
const timeOfDay = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" });

/** "December 3", with its year when that is not the year of `now`. Dates are UTC dates. */
export function dateWords(at: string, now: Date | null = null): string {
  const date = new Date(at);
  const sameYear = now !== null && date.getUTCFullYear() === now.getUTCFullYear();
  return (sameYear ? dayOfYear : wholeDate).format(date);
}

/** "December 3, 2026, 2:05 PM UTC"; a calendar date has no time. */
export function dateTimeWords(at: string): string {
  if (isCalendarDate(at)) return dateWords(at);
  // Engines differ in the space before PM.
  return `${dateWords(at)}, ${timeOfDay.format(new Date(at)).replace(/\s/g, " ")} UTC`;
}

/** "today", "yesterday", "5 days ago", "in 3 days"; beyond 30 days the date itself. Days are UTC days. */
export function relativeWords(at: string, now: Date): string {
  const days = Math.floor(new Date(at).getTime() / DAY) - Math.floor(now.getTime() / DAY);
  if (days === 0) return "today";
  if (days === -1) return "yesterday";
  if (days === 1) return "tomorrow";
  if (Math.abs(days) > 30) return dateWords(at, now);
  return days < 0 ? `${-days} days ago` : `in ${days} days`;
}
