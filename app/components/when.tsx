import { dateTimeWords, dateWords, relativeWords } from "./when-words.ts";

/**
 * A moment in words with the exact time on hover. Server and browser may stand on either side of midnight, so
 * the words of the server stay.
 */
export function When({
  at,
  kind = "date",
}: {
  at: string | Date;
  kind?: "date" | "relative" | "datetime";
}) {
  const moment = typeof at === "string" ? at : at.toISOString();
  const now = new Date();
  const words =
    kind === "datetime"
      ? dateTimeWords(moment)
      : kind === "relative"
        ? relativeWords(moment, now)
        : dateWords(moment, now);
  return (
    <time dateTime={moment} suppressHydrationWarning title={dateTimeWords(moment)}>
      {words}
    </time>
  );
}
