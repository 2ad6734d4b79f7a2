import { Link, useLocation } from "@remix-run/react";
import type { FormState } from "#app/components/form-state.ts";
import { Notice } from "#app/components/notice.tsx";
import { When } from "#app/components/when.tsx";
import { MessageComposer } from "./message-composer.tsx";
import type { Thread, ThreadEntry } from "./read-thread.server.ts";

/** An application's messages with the box to write the next one; the same on both sides. */
export function ThreadPanel({
  thread,
  from,
  form = null,
  filled = null,
}: {
  thread: Thread;
  /** The page it stands on, to come back to. */
  from: "application" | "thread";
  form?: FormState | null;
  /** A template's words to begin with. */
  filled?: string | null;
}) {
  const { search } = useLocation();
  const sent = form === null && new URLSearchParams(search).has("messageSent");
  const { messages, closed, other, side } = thread;
  return (
    <section aria-labelledby="messages" className="thread stack--tight">
      <h2 id="messages">Messages</h2>
      {sent ? <Notice title={`Sent. ${other} gets a mail with it.`} tone="success" /> : null}
      {from === "application" ? <Earlier thread={thread} /> : null}
      {messages.length > 0 ? (
        <ol className="thread__list">
          {messages.map((message) => (
            <li data-mine={message.mine} id={`message-${message.id}`} key={message.id}>
              <Message message={message} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="soft">
          {closed
            ? "No messages."
            : side === "applicant"
              ? `No messages yet. Write to ${other} here: you see the answer on this page and by mail.`
              : `No messages yet. ${other} gets what you write here by mail and can answer here.`}
        </p>
      )}
      {closed ? (
        <p className="soft">{closed}</p>
      ) : (
        <MessageComposer filled={filled} form={form} from={from} thread={thread} />
      )}
    </section>
  );
}

function Earlier({ thread: { applicationId, side, messages, count } }: { thread: Thread }) {
  if (count <= messages.length) return null;
  return (
    <p className="small">
      <Link to={`/${side}/applications/${applicationId}/messages`}>
        See all {count.toLocaleString("en-US")} messages
      </Link>
    </p>
  );
}

function Message({ message: { by, at, body, readAt } }: { message: ThreadEntry }) {
  return (
    <article className="thread__message">
      <p className="thread__by">
        <strong>{by}</strong>{" "}
        <span className="soft">
          <When at={at} kind="datetime" />
        </span>
      </p>
      <p className="written">{body}</p>
      {readAt ? (
        <p className="soft small">
          Read <When at={readAt} kind="datetime" />
        </p>
      ) : null}
    </article>
  );
}
