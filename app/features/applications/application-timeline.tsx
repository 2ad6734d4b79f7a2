import { When } from "#app/components/when.tsx";
import type { TimelineEntry } from "./timeline.ts";

/** What happened, oldest first, each with its day, who did it and the message that went with it. */
export function ApplicationTimeline({
  entries,
  messageFrom,
}: {
  entries: readonly TimelineEntry[];
  /** Who wrote the messages: the employer's name. */
  messageFrom: string;
}) {
  return (
    <ol className="timeline">
      {entries.map(({ id, at, title, detail, by, message }) => (
        <li key={id}>
          <p className="timeline__title">
            {title}
            {by ? <span className="soft"> by {by}</span> : null}
          </p>
          <p className="timeline__when">
            <When at={at} kind="datetime" />
          </p>
          {detail ? <p>{detail}</p> : null}
          {message ? (
            <figure className="message">
              <figcaption>{messageFrom} wrote</figcaption>
              <blockquote className="written">{message}</blockquote>
            </figure>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
