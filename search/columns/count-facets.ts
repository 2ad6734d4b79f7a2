import { FACETS, type FacetCounts } from "#app/domain/job-search.ts";
import { allOf, type Bits, countRows, listRows, othersThan } from "./bits.ts";
import type { Conditions } from "./conditions.ts";
import type { JobColumns } from "./job-columns.ts";
import { addSet, type KeyColumn, valuesByName } from "./key-column.ts";

/** How many jobs each value of each facet would list: every condition holds but the facet's own. */
export function countFacets(columns: JobColumns, { chosen, rest }: Conditions): FacetCounts {
  const all = counterOf(columns, allOf([rest, ...chosen.values()]));
  const counts = FACETS.map((facet) => {
    const column = columns.keyed[facet];
    if (!chosen.has(facet)) return [facet, byName(column, all(column))];
    const others = [...chosen].filter(([other]) => other !== facet).map(([, bits]) => bits);
    return [facet, byName(column, counterOf(columns, allOf([rest, ...others]))(column))];
  });
  return Object.fromEntries(counts) as FacetCounts;
}

/** Counts these rows by value; where they are most of all, the others, which it takes from the totals. */
function counterOf({ rows }: JobColumns, found: Bits): (column: KeyColumn) => Int32Array {
  const isMost = countRows(found) * 2 > rows;
  const counted = listRows(isMost ? othersThan(found, rows) : found);
  return (column) => {
    const byValue = isMost ? column.totals.slice() : new Int32Array(column.values.length);
    addRows(byValue, column, counted, isMost ? -1 : 1);
    return byValue;
  };
}

/** Counts rows, each `count` times, under every value they hold: many rows set by set, few one by one. */
function addRows(to: Int32Array, column: KeyColumn, rows: Uint32Array, count: 1 | -1): void {
  const { keys, sets } = column;
  if (rows.length * 4 < sets) {
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
function byName(column: KeyColumn, byValue: Int32Array): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const value of valuesByName(column)) {
    const count = byValue[value] ?? 0;
    if (count > 0) counted[column.values[value] ?? ""] = count;
  }
  return counted;
}
