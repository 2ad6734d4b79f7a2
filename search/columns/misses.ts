import type { JobQuery, Point } from "#app/domain/job-query.ts";
import { FACETS } from "#app/domain/job-search.ts";
import type { LeaveOut } from "#app/domain/leave-out.ts";
import { finestOf } from "#app/domain/taxonomy/covering.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";
import { milesBetween } from "./distance.ts";
import type { JobColumns, Keyed } from "./job-columns.ts";
import { type KeyColumn, missing } from "./key-column.ts";

/** By row: what of a search it misses, a bit for each facet and one for all the rest; 0 for a job that is found. */
export type Misses = Uint16Array<ArrayBuffer>;

export const REST = 1 << FACETS.length;

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
// A little less than the true 69, so that the band is never too narrow.
const MILES_A_DEGREE = 68;

/** Holds every open job against all that a search asks but its words. */
export function missesOf(columns: JobColumns, query: JobQuery): Misses {
  const { keyed } = columns;
  const { search, point, leaveOut } = query;
  const misses = missesOfTime(columns, query);
  for (const [at, facet] of FACETS.entries()) {
    const chosen = facet === "family" ? withSuccessors(search.family) : search[facet];
    if (chosen.length > 0) demand(misses, [{ column: keyed[facet], values: chosen, bit: 1 << at }]);
  }
  for (const values of query.covering) demand(misses, [{ column: keyed.requires, values }]);
  for (const terms of query.asked) demand(misses, holdingOne(columns, terms));
  if (search.apprentice) demand(misses, [{ column: keyed.apprentice, values: ["true"] }]);
  if (search.payMin !== null) {
    const values = keyed.hourlyMax.values.filter((pay) => Number(pay) >= (search.payMin ?? 0));
    demand(misses, [{ column: keyed.hourlyMax, values }]);
  }
  if (point) {
    demand(misses, [
      { column: keyed.point, values: placesWithin(keyed.point, point, search.radius) },
    ]);
  }
  if (leaveOut) leave(misses, columns, leaveOut);
  return misses;
}

/**
 * What of the terms meant first each job misses: that it requires the very families of the typed codes, and holds what
 * the line's words mean first. Null where nothing comes first.
 */
export function missesOfFirst(
  columns: JobColumns,
  { covering, meantFirst }: JobQuery,
): Misses | null {
  if (covering.length + meantFirst.length === 0) return null;
  const misses = new Uint16Array(columns.rows);
  for (const families of covering) {
    demand(misses, [{ column: columns.keyed.requires, values: finestOf(families) }]);
  }
  for (const terms of meantFirst) demand(misses, holdingOne(columns, terms));
  return misses;
}

function missesOfTime(columns: JobColumns, { search, now, asOf }: JobQuery): Misses {
  const { rows, publishedAt, endsAt } = columns;
  const misses = new Uint16Array(rows);
  const at = now.getTime() * 1_000;
  // As the engine has it: whole seconds, and the milliseconds of a walk.
  const from =
    search.postedWithin === null ? 0 : Math.floor(at / SECOND) * SECOND - search.postedWithin * DAY;
  const until = asOf ? (asOf + 1) * 1_000 : Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    const published = publishedAt[row] ?? 0;
    const isOpen = (endsAt[row] ?? 0) > at && published >= from && published < until;
    misses[row] = isOpen ? 0 : REST;
  }
  return misses;
}

interface Alternative {
  column: KeyColumn;
  values: readonly string[];
  bit?: number;
}

/** Marks the rows that hold none of these. */
function demand(misses: Misses, alternatives: readonly Alternative[]): void {
  const [first, ...others] = alternatives.map(({ column, values, bit = REST }) => ({
    keys: column.keys,
    missed: missing(column, values, bit),
  }));
  if (others.length > 0) {
    const all = [first, ...others];
    for (let row = 0; row < misses.length; row += 1) {
      let missed = REST;
      for (const one of all) missed &= one?.missed[one.keys[row] ?? 0] ?? 0;
      misses[row] = (misses[row] ?? 0) | missed;
    }
    return;
  }
  // Terms of no facet of ours are held by none.
  const { keys, missed } = first ?? { keys: new Uint32Array(0), missed: Uint16Array.of(REST) };
  for (let row = 0; row < misses.length; row += 1) {
    misses[row] = (misses[row] ?? 0) | (missed[keys[row] ?? 0] ?? 0);
  }
}

/** Terms like "state:TX" and "apprentice", by what they are of. */
function holdingOne({ keyed }: JobColumns, terms: readonly string[]): Alternative[] {
  const byName = Map.groupBy(terms, (term) => term.split(":", 1)[0] ?? "");
  return [...byName].flatMap(([name, own]) => {
    if (name === "apprentice") return [{ column: keyed.apprentice, values: ["true"] }];
    const facet = FACETS.find((one) => one === name);
    const values = own.map((term) => term.slice(name.length + 1));
    return facet ? [{ column: keyed[facet], values }] : [];
  });
}

/** Marks what a person leaves out; turned round, all the rest. */
function leave(
  misses: Misses,
  { keyed, rowOf }: JobColumns,
  { named, turnedRound }: { named: LeaveOut; turnedRound: boolean },
): void {
  const kept = new Uint16Array(misses.length).fill(REST);
  const lists: [Keyed, readonly string[]][] = [
    ["employerId", named.employerIds],
    ["employerKind", named.employerKinds],
  ];
  for (const [name, values] of lists) {
    const { keys } = keyed[name];
    const missed = missing(keyed[name], values, REST);
    for (let row = 0; row < kept.length; row += 1) {
      kept[row] = (kept[row] ?? 0) & (missed[keys[row] ?? 0] ?? 0);
    }
  }
  for (const id of named.jobIds) {
    const row = rowOf.get(id);
    if (row !== undefined) kept[row] = 0;
  }
  for (let row = 0; row < kept.length; row += 1) {
    const is = kept[row] ?? 0;
    misses[row] = (misses[row] ?? 0) | (turnedRound ? is : REST - is);
  }
}

/** The places of a column of points within some miles of one. */
function placesWithin({ values }: KeyColumn, from: Point, radius: number): string[] {
  const band = radius / MILES_A_DEGREE;
  return values.filter((place) => {
    const point = pointOf(place);
    return Math.abs(point.latitude - from.latitude) <= band && milesBetween(point, from) <= radius;
  });
}

/** Reads a place as `point` names it: "latitude,longitude". */
export function pointOf(place: string): Point {
  const comma = place.indexOf(",");
  return { latitude: Number(place.slice(0, comma)), longitude: Number(place.slice(comma + 1)) };
}
