import { Link } from "@remix-run/react";
import type { CodeSystem } from "#app/domain/taxonomy/code-systems.ts";

export interface IndexEntry {
  to: string;
  label: string;
  /** Set in the monospace before the label. */
  range?: string | undefined;
  system?: CodeSystem | undefined;
  /** How many open jobs stand behind the entry. */
  jobs: number;
}

/** Entries as a book's index sets them: word, leader dots, figure. */
export function IndexList({
  entries,
  columns = false,
}: {
  entries: readonly IndexEntry[];
  columns?: boolean;
}) {
  return (
    <ul className={columns ? "index-list index-list--columns" : "index-list"}>
      {entries.map(({ to, label, range, system, jobs }) => (
        <li data-empty={jobs === 0} data-system={system} key={to}>
          <Link className="index-list__entry" prefetch="intent" to={to}>
            {range ? <span className="index-list__range">{range} </span> : null}
            <span className="index-list__label">{label}</span>
          </Link>
          <span aria-hidden="true" className="index-list__leader" />
          <span className="index-list__count figure">
            {jobs.toLocaleString("en-US")}
            <span className="visually-hidden">{jobs === 1 ? " job" : " jobs"}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
