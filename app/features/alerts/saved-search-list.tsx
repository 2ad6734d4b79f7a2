import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { ChangeSavedSearchForm } from "./change-saved-search-form.tsx";
import { FREQUENCIES } from "./frequencies.ts";
import type { SavedSearchLine } from "./read-saved-searches.server.ts";

/** Somebody's saved searches and what can be done with each; `hasFeeds` for people with an account. */
export function SavedSearchList({
  lines,
  form,
  hasFeeds = false,
}: {
  lines: readonly SavedSearchLine[];
  /** A change that was refused. */
  form?: FormState | undefined;
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
            <Line form={form} hasFeeds={hasFeeds} line={line} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({
  line,
  form,
  hasFeeds,
}: {
  line: SavedSearchLine;
  form: FormState | undefined;
  hasFeeds: boolean;
}) {
  const called = line.title ?? line.asks;
  const often = FREQUENCIES.find(({ value }) => value === line.frequency)?.label;
  return (
    <div className="stack--tight">
      <p>
        <Link to={`/jobs?${line.params}`}>{called}</Link>{" "}
        {line.status === "paused" ? <Badge>Paused</Badge> : null}
      </p>
      {line.title ? <p className="small">{line.asks}</p> : null}
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
          <Act asks={called} label="Resume" value="resume" />
        ) : (
          <Act asks={called} label="Pause" value="pause" />
        )}
        {!hasFeeds ? null : line.feedHref ? (
          <Act asks={called} label="Switch the feed off" value="revoke-feed" />
        ) : (
          <Act asks={called} label="Make a feed address" value="new-feed" />
        )}
        <Act asks={called} label="Delete" value="delete" variant="danger" />
      </Form>
      <ChangeSavedSearchForm form={form} line={line} />
    </div>
  );
}

function Deleted({ line }: { line: SavedSearchLine }) {
  const called = line.title ?? line.asks;
  return (
    <Form className="cluster" method="post">
      <input name="id" type="hidden" value={line.id} />
      <p role="status">Deleted: {called}</p>
      <Act asks={called} label="Undo" value="undo" />
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
