const MONTH = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

/** "May 2026" of "2026-05" or "2026-05-17"; what is no date stays as it is. */
export function monthWords(date: string): string {
  const month = Date.parse(`${date.slice(0, 7)}-01`);
  return Number.isNaN(month) ? date : MONTH.format(month);
}
