import { Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { When } from "#app/components/when.tsx";
import type { ThreadSide } from "#app/domain/message-thread.ts";
import type { ThreadLine, ThreadList } from "./read-threads.server.ts";

const EMPTY: Record<ThreadSide, string> = {
  applicant:
    "Write to an employer from the page of your application. What it writes to you is here and in your mail.",
  employer:
    "Write to an applicant from the page of their application. What they write to you is here and in your mail.",
};

/** All threads of one desk, with those that hold something unread on a tab of their own. */
export function ThreadListView({ list, side }: { list: ThreadList; side: ThreadSide }) {
  const { lines, counts, unreadOnly, page, pageCount } = list;
  const base = `/${side}/messages`;
  const address = (number: number) =>
    `${base}?${new URLSearchParams({ ...(unreadOnly ? { show: "unread" } : {}), page: String(number) })}`;
  if (counts.all === 0) {
    return (
      <EmptyState title="No messages yet">
        <p>{EMPTY[side]}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <LinkTabs
        items={[
          { to: base, label: "All", current: !unreadOnly, count: counts.all },
          { to: `${base}?show=unread`, label: "Unread", current: unreadOnly, count: counts.unread },
        ]}
        label="Messages"
      />
      {lines.length === 0 ? (
        <EmptyState title="You have read everything" />
      ) : (
        <ul className="application-list">
          {lines.map((line) => (
            <li key={line.applicationId}>
              <Line line={line} side={side} />
            </li>
          ))}
        </ul>
      )}
      <Pagination hrefFor={address} page={page} pageCount={pageCount} />
    </>
  );
}

function Line({ line, side }: { line: ThreadLine; side: ThreadSide }) {
  return (
    <article className="application-line">
      <div className="application-line__head">
        <h2>
          <Link to={`/${side}/applications/${line.applicationId}/messages`}>{line.other}</Link>
        </h2>
        {line.unread > 0 ? (
          <Badge tone="accent">{line.unread === 1 ? "1 new" : `${line.unread} new`}</Badge>
        ) : null}
      </div>
      <p>{line.jobTitle}</p>
      <p className="thread-line__words">
        {line.mine ? <span className="soft">Your side: </span> : null}
        {line.words}
      </p>
      <p className="soft small">
        <When at={line.at} kind="relative" />
      </p>
    </article>
  );
}
