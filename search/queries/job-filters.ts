import type { JobQuery, Point } from "#app/domain/job-query.ts";
import { FACETS, type Facet } from "#app/domain/job-search.ts";
import type { LeaveOut } from "#app/domain/leave-out.ts";
import { finestOf } from "#app/domain/taxonomy/covering.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";
import { pointKey } from "../documents/job-document.ts";

const DAY = 86_400;
const APPRENTICE = "apprentice = true";

/** A search as the engine is asked it. */
export interface EngineQuery extends JobQuery {
  /** The places within the radius; null for a search without one. */
  points: readonly Point[] | null;
}

/** A filter of the engine: all of the list must hold. */
export type Filters = string[];

/** Everything a search asks besides its words; without what one facet asks when `except` names it. */
export function jobFilters(query: EngineQuery, except?: Facet): Filters {
  const { search, covering, now, leaveOut } = query;
  const at = Math.floor(now.getTime() / 1_000);
  const filters = [`expiresAt > ${at}`];
  for (const facet of FACETS) {
    if (facet !== except && search[facet].length > 0) {
      filters.push(isIn(facet, facet === "family" ? withSuccessors(search.family) : search[facet]));
    }
  }
  // A code no family covers is required by no job.
  for (const families of covering) filters.push(isIn("requires", families));
  for (const terms of query.asked) filters.push(oneOf(terms));
  if (search.apprentice) filters.push(APPRENTICE);
  if (search.payMin !== null) filters.push(`hourlyMax >= ${search.payMin}`);
  if (search.postedWithin !== null)
    filters.push(`publishedAt >= ${at - search.postedWithin * DAY}`);
  if (query.asOf) filters.push(`publishedAt <= ${query.asOf / 1_000}`);
  if (query.points) filters.push(isIn("point", query.points.map(pointKey)));
  if (leaveOut) filters.push(...leftOutFilters(leaveOut));
  return filters;
}

/**
 * That a job requires the very families the typed codes belong to, not only a section or a system above them, and
 * holds what the line's words mean first.
 */
export const exactFilters = ({ covering, meantFirst }: EngineQuery): Filters => [
  ...covering.map((families) => isIn("requires", finestOf(families))),
  ...meantFirst.map((terms) => `(${oneOf(terms)})`),
];

function leftOutFilters({
  named,
  turnedRound,
}: {
  named: LeaveOut;
  turnedRound: boolean;
}): Filters {
  const lists = Object.entries({
    id: named.jobIds,
    employerId: named.employerIds,
    employerKind: named.employerKinds,
  }).filter(([, values]) => values.length > 0);
  if (turnedRound) {
    // Of nothing named, nothing is left.
    return [lists.map(([name, values]) => isIn(name, values)).join(" OR ") || isIn("id", [])];
  }
  return lists.map(([name, values]) => `NOT ${isIn(name, values)}`);
}

/** A job that holds one of these terms ("state:TX", "apprentice"). */
function oneOf(terms: readonly string[]): string {
  const byFacet = Map.groupBy(terms, (term) => term.split(":", 1)[0] ?? "");
  return [...byFacet]
    .map(([facet, own]) =>
      facet === "apprentice"
        ? APPRENTICE
        : isIn(
            facet,
            own.map((term) => term.slice(facet.length + 1)),
          ),
    )
    .join(" OR ");
}

/** Values are always quoted: OR, IN and NOT are words of the filter language, and the first two are states. */
const isIn = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(", ")}]`;

const quoted = (value: string): string =>
  `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
