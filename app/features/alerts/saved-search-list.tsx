import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FREQUENCIES } from "./frequencies.ts";
import type { SavedSearchLine } from "./read-saved-searches.server.ts";

/** Somebody's saved searches and what can be done with each; `hasFeeds` for people with an account. */
export function SavedSearchList({
  lines,
  hasFeeds = false,
}: {
  lines: readonly SavedSearchLine[];
  hasFeeds?: boolean;
}) {
  if (lines.length === 0) {
    return (
      <EmptyState action={<Link to="/jobs">Search jobs</Link>} title="No saved searches yet">
        Search for jobs, then press “Save this search” below the results.
      </EmptyState>
    );
  }
  return (
    <ul className="mark-list">
      {lines.map((line) => (
        <li key={line.id}>
          {line.status === "deleted" ? (
            <Deleted line={line} />
          ) : (
            <Line hasFeeds={hasFeeds} line={line} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ line, hasFeeds }: { line: SavedSearchLine; hasFeeds: boolean }) {
  const often = FREQUENCIES.find(({ value }) => value === line.frequency)?.label;
  return (
    <div className="stack--tight">
      <p>
        <Link to={`/jobs?${line.params}`}>{line.asks}</Link>{" "}
        {line.status === "paused" ? <Badge>Paused</Badge> : null}
      </p>
      <p className="soft small">
        {often} · {line.open === 1 ? "1 job open now" : `${line.open ?? 0} jobs open now`}
      </p>
      {line.feedHref ? (
        <p className="small">
          <a href={line.feedHref}>Private feed</a>{" "}
          <span className="soft">Anyone with its address can read it.</span>
        </p>
      ) : null}
      <Form className="cluster" method="post" preventScrollReset>
        <input name="id" type="hidden" value={line.id} />
        {line.status === "paused" ? (
          <Act asks={line.asks} label="Resume" value="resume" />
        ) : (
          <Act asks={line.asks} label="Pause" value="pause" />
        )}
        {!hasFeeds ? null : line.feedHref ? (
          <Act asks={line.asks} label="Switch the feed off" value="revoke-feed" />
        ) : (
          <Act asks={line.asks} label="Make a feed address" value="new-feed" />
        )}
        <Act asks={line.asks} label="Delete" value="delete" variant="danger" />
      </Form>
    </div>
  );
}

function Deleted({ line }: { line: SavedSearchLine }) {
  return (
    <Form className="cluster" method="post">
      <input name="id" type="hidden" value={line.id} />
      <p role="status">Deleted: {line.asks}</p>
      <Act asks={line.asks} label="Undo" value="undo" />
    </Form>
  );
}

function Act({
  asks,
  label,
  value,
  variant = "secondary",
}: {
  asks: string;
  label: string;
  value: string;
  variant?: "secondary" | "danger";
}) {
  return (
    <Button name="intent" size="small" value={value} variant={variant}>
      {label}
      <span className="visually-hidden">: {asks}</span>
    </Button>
  );
}
