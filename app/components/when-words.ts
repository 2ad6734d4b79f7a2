const DAY = 86_400_000;

const isCalendarDate = (at: string): boolean => /^\d{4}-\d\d-\d\d$/.test(at);

/** "3 December 2026" reads "December 3, 2026" here: American order, always with its year. */
export function dateWords(at: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(at),
  );
}

/** "December 3, 2026, 2:05 PM UTC"; a calendar date has no time. */
export function dateTimeWords(at: string): string {
  if (isCalendarDate(at)) return dateWords(at);
  const time = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" }).format(
    new Date(at),
  );
  return `${dateWords(at)}, ${time.replace(/\u202f/g, " ")} UTC`;
}

/** "today", "yesterday", "5 days ago", "in 3 days"; beyond 30 days the date itself. Days are UTC days. */
export function relativeWords(at: string, now: Date): string {
  const days = Math.floor(new Date(at).getTime() / DAY) - Math.floor(now.getTime() / DAY);
  if (days === 0) return "today";
  if (days === -1) return "yesterday";
  if (days === 1) return "tomorrow";
  if (Math.abs(days) > 30) return dateWords(at);
  return days < 0 ? `${-days} days ago` : `in ${days} days`;
}
