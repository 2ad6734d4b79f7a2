import { dateWords, relativeWords } from "#app/components/when-words.ts";

interface Countdown {
  overdue: number;
  /** With a promised day still to come. */
  soon: number;
  nextReplyBy: Date | null;
  /** The last of those days, where all of them are meant; null to name the first. */
  soonBy: Date | null;
}

const applications = (count: number): string =>
  count === 1 ? "1 application" : `${count.toLocaleString("en-US")} applications`;

const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long", timeZone: "UTC" });
const WEEK = 7 * 86_400_000;

/** "today", "tomorrow", "Friday", "December 3". */
function dayWords(at: Date, now: Date): string {
  const near = relativeWords(at.toISOString(), now);
  if (near === "today" || near === "tomorrow") return near;
  return at.getTime() - now.getTime() < WEEK - 86_400_000
    ? weekday.format(at)
    : dateWords(at.toISOString(), now);
}

/** "2 overdue; 3 applications to answer by Friday": what is late comes first. */
export function countdownWords({ overdue, soon, nextReplyBy, soonBy }: Countdown, now: Date) {
  const late =
    overdue === 0 ? null : `${applications(overdue)} past the day you promised to answer by`;
  const by = soonBy ?? nextReplyBy;
  const all = soonBy !== null || soon === 1;
  const next =
    soon === 0 || !by
      ? null
      : all
        ? `${applications(soon)} to answer by ${dayWords(by, now)}`
        : `${applications(soon)} to answer, the first by ${dayWords(by, now)}`;
  return [late, next].filter((words) => words !== null).join("; ");
}
