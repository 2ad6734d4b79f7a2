import { FACETS, type FacetCounts } from "#app/domain/job-search.ts";
import type { JobColumns } from "./job-columns.ts";
import { addSet, type KeyColumn } from "./key-column.ts";
import { type Misses, REST } from "./misses.ts";

/**
 * How many jobs each value of each facet would list: every filter holds but the facet's own. Where most jobs are found
 * it is the others that are counted, and taken from the totals.
 */
export function countFacets({ keyed }: JobColumns, misses: Misses): FacetCounts {
  const sizes = sizesOf(misses);
  const found = sizes[0] ?? 0;
  const isMost = found * 2 > misses.length;
  const counted = isMost
    ? rowsMissing(misses, 0, { size: misses.length - found, turnedRound: true })
    : rowsMissing(misses, 0, { size: found });
  const counts = FACETS.map((facet, at) => {
    const column = keyed[facet];
    const byValue = isMost ? column.totals.slice() : new Int32Array(column.values.length);
    addRows(byValue, column, counted, isMost ? -1 : 1);
    // What only the facet's own filter keeps out.
    const own = 1 << at;
    addRows(byValue, column, rowsMissing(misses, own, { size: sizes[own] ?? 0 }), 1);
    return [facet, byName(column, byValue)];
  });
  return Object.fromEntries(counts) as FacetCounts;
}

/** How many jobs are found. */
export const countFound = (misses: Misses): number => sizesOf(misses)[0] ?? 0;

/** By what they miss: how many rows do. */
function sizesOf(misses: Misses): Uint32Array {
  const sizes = new Uint32Array(REST * 2);
  for (let row = 0; row < misses.length; row += 1) {
    const missed = misses[row] ?? 0;
    sizes[missed] = (sizes[missed] ?? 0) + 1;
  }
  return sizes;
}

/** The rows that miss exactly this; the others when turned round. */
function rowsMissing(
  misses: Misses,
  missed: number,
  { size, turnedRound = false }: { size: number; turnedRound?: boolean },
): Uint32Array {
  const rows = new Uint32Array(size);
  let at = 0;
  if (size === 0) return rows;
  for (let row = 0; row < misses.length; row += 1) {
    if ((misses[row] === missed) !== turnedRound) rows[at++] = row;
  }
  return rows;
}

/** Counts rows, each `count` times, under every value they hold: many rows set by set, few one by one. */
function addRows(to: Int32Array, column: KeyColumn, rows: Uint32Array, count: 1 | -1): void {
  const { keys, sets } = column;
  if (rows.length < sets) {
    for (let at = 0; at < rows.length; at += 1) addSet(column, keys[rows[at] ?? 0] ?? 0, to, count);
    return;
  }
  const bySet = new Int32Array(sets);
  for (let at = 0; at < rows.length; at += 1) {
    const set = keys[rows[at] ?? 0] ?? 0;
    bySet[set] = (bySet[set] ?? 0) + count;
  }
  for (let set = 1; set < sets; set += 1) {
    if (bySet[set] !== 0) addSet(column, set, to, bySet[set] ?? 0);
  }
}

/** The values that are held at all, in the order of their names. */
function byName({ values }: KeyColumn, byValue: Int32Array): Record<string, number> {
  const counted: [string, number][] = [];
  for (const [value, count] of byValue.entries()) {
    if (count > 0) counted.push([values[value] ?? "", count]);
  }
  return Object.fromEntries(counted.sort(([one], [other]) => (one < other ? -1 : 1)));
}
