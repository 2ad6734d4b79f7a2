import { useEffect, useState } from "react";
import { dateTimeWords, dateWords, relativeWords } from "./when-words.ts";

/**
 * A moment in words with the exact time on hover. The server writes it in UTC; "relative" is refined by the
 * browser's clock after hydration, so that both render the same first.
 */
export function When({
  at,
  kind = "date",
}: {
  at: string | Date;
  kind?: "date" | "relative" | "datetime";
}) {
  const moment = typeof at === "string" ? at : at.toISOString();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => setNow(new Date()), []);
  const words =
    kind === "datetime"
      ? dateTimeWords(moment)
      : kind === "relative" && now
        ? relativeWords(moment, now)
        : dateWords(moment);
  return (
    <time dateTime={moment} title={dateTimeWords(moment)}>
      {words}
    </time>
  );
}
