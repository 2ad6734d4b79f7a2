import type { JobQuery, Point } from "#app/domain/job-query.ts";
import { FACETS, type Facet } from "#app/domain/job-search.ts";
import type { LeaveOut } from "#app/domain/leave-out.ts";
import { finestOf } from "#app/domain/taxonomy/covering.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";
import { allOf, anyOf, type Bits, noRows, othersThan, setRow } from "./bits.ts";
import { milesBetween } from "./distance.ts";
import type { JobColumns, Keyed } from "./job-columns.ts";
import { holdersOf, rowsHolding } from "./key-column.ts";
import { openJobs, remembered } from "./remembered-bits.ts";

/** What a search asks of a job, as the jobs that answer it: by chosen facet, and all the rest. */
export interface Conditions {
  chosen: Map<Facet, Bits>;
  rest: Bits;
}

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
// A little less than the true 69, so that the band is never too narrow.
const MILES_A_DEGREE = 68;

/** Everything a search asks but its words, held against all jobs. */
export function conditionsOf(columns: JobColumns, query: JobQuery): Conditions {
  const { search, point, leaveOut } = query;
  const holding = (name: Keyed, values: readonly string[]) => rowsOf(columns, name, values);
  const chosen = FACETS.filter((facet) => search[facet].length > 0).map((facet) => {
    const values = facet === "family" ? withSuccessors(search.family) : search[facet];
    return [facet, holding(facet, values)] as const;
  });
  const rest: [Bits, ...Bits[]] = [openJobs(columns, query.now).bits];
  for (const families of query.covering) rest.push(holding("requires", families));
  for (const terms of query.asked) rest.push(holdingOne(columns, terms));
  if (search.apprentice) rest.push(holding("apprentice", ["true"]));
  if (search.payMin !== null) rest.push(paying(columns, search.payMin));
  if (point) rest.push(within(columns, point, search.radius));
  if (search.postedWithin !== null || query.asOf) rest.push(published(columns, query));
  if (leaveOut) rest.push(left(columns, leaveOut));
  return { chosen: new Map(chosen), rest: allOf(rest) };
}

/**
 * Jobs that require the very families of the typed codes, and hold what the line's words mean first. Null where
 * nothing comes first.
 */
export function firstOf(columns: JobColumns, { covering, meantFirst }: JobQuery): Bits | null {
  const [one, ...more] = [
    ...covering.map((families) => rowsOf(columns, "requires", finestOf(families))),
    ...meantFirst.map((terms) => holdingOne(columns, terms)),
  ];
  return one ? allOf([one, ...more]) : null;
}

const rowsOf = (columns: JobColumns, name: Keyed, values: readonly string[]): Bits =>
  anyOf(
    values.flatMap((value) => holdersOf(columns.keyed[name], value) ?? []),
    columns.rows,
  );

/** Terms like "state:TX" and "apprentice". */
function holdingOne(columns: JobColumns, terms: readonly string[]): Bits {
  const byName = Map.groupBy(terms, (term) => term.split(":", 1)[0] ?? "");
  const held = [...byName].flatMap(([name, own]) => {
    if (name === "apprentice") return [rowsOf(columns, name, ["true"])];
    const facet = FACETS.find((one) => one === name);
    const values = own.map((term) => term.slice(name.length + 1));
    return facet ? [rowsOf(columns, facet, values)] : [];
  });
  return anyOf(held, columns.rows);
}

const paying = (columns: JobColumns, least: number): Bits =>
  remembered(columns, `paying ${least}`, () => {
    const { hourlyMax } = columns.keyed;
    const values = hourlyMax.values.filter((pay) => Number(pay) >= least);
    return rowsHolding(hourlyMax, columns.rows, values);
  });

const within = (columns: JobColumns, from: Point, radius: number): Bits =>
  remembered(columns, `within ${radius} ${from.latitude} ${from.longitude}`, () => {
    const band = radius / MILES_A_DEGREE;
    const places = columns.keyed.point.values.filter((place) => {
      const point = pointOf(place);
      const isInBand = Math.abs(point.latitude - from.latitude) <= band;
      return isInBand && milesBetween(point, from) <= radius;
    });
    return rowsHolding(columns.keyed.point, columns.rows, places);
  });

/** By when they were published: as the engine has it, to the second, and to the millisecond of a walk. */
function published(
  { rows, publishedAt }: JobColumns,
  { search: { postedWithin }, now, asOf }: JobQuery,
): Bits {
  const bits = noRows(rows);
  const from =
    postedWithin === null ? 0 : Math.floor(now.getTime() / 1_000) * SECOND - postedWithin * DAY;
  const until = asOf ? (asOf + 1) * 1_000 : Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    const at = publishedAt[row] ?? 0;
    if (at >= from && at < until) setRow(bits, row);
  }
  return bits;
}

/** What a person does not leave out; turned round, what they do. */
function left(
  columns: JobColumns,
  { named, turnedRound }: { named: LeaveOut; turnedRound: boolean },
): Bits {
  const jobs = noRows(columns.rows);
  for (const id of named.jobIds) {
    const row = columns.rowOf.get(id);
    if (row !== undefined) setRow(jobs, row);
  }
  const leftOut = anyOf(
    [
      jobs,
      rowsHolding(columns.keyed.employerId, columns.rows, named.employerIds),
      rowsHolding(columns.keyed.employerKind, columns.rows, named.employerKinds),
    ],
    columns.rows,
  );
  return turnedRound ? leftOut : othersThan(leftOut, columns.rows);
}

/** Reads a place as `point` names it: "latitude,longitude". */
export function pointOf(place: string): Point {
  const comma = place.indexOf(",");
  return { latitude: Number(place.slice(0, comma)), longitude: Number(place.slice(comma + 1)) };
}
