const DAY_MS = 24 * 60 * 60 * 1000;

const newYorkHour = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The end of a calendar day ("YYYY-MM-DD") in New York, where the board's closing days are counted. */
export function closingInstant(day: string): Date {
  const winter = new Date(new Date(`${day}T05:00:00Z`).getTime() + DAY_MS);
  const summer = new Date(winter.getTime() - DAY_MS / 24);
  return newYorkHour.format(summer) === "00" ? summer : winter;
}
