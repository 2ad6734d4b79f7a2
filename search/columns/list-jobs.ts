import type { JobQuery } from "#app/domain/job-query.ts";
import { PAGE_SIZE } from "#app/domain/job-search.ts";
import { allOf, type Bits, hasRow, othersThan } from "./bits.ts";
import { firstOf, pointOf } from "./conditions.ts";
import { milesBetween } from "./distance.ts";
import type { JobColumns } from "./job-columns.ts";
import { type KeyColumn, valueOfSet } from "./key-column.ts";

/** One page of the jobs found, in the order the search asks for; the newest first where that leaves it open. */
export function listPage(columns: JobColumns, query: JobQuery, found: Bits): string[] {
  const { search, pageSize = PAGE_SIZE } = query;
  const offset = (search.page - 1) * pageSize;
  const rows = firstRows(columns, query, { found, most: offset + pageSize });
  return [...rows.subarray(offset, offset + pageSize)].map((row) => columns.ids[row] ?? "");
}

function firstRows(
  columns: JobColumns,
  query: JobQuery,
  { found, most }: { found: Bits; most: number },
): Uint32Array {
  const { search, point } = query;
  const { hourlyMax, point: places } = columns.keyed;
  const newest = (among: Bits, count: number) => newestFirst(columns, among, count);
  if (search.sort === "pay") {
    const ranking = rankValues(hourlyMax, (pay) => -Number(pay));
    return inRankOrder(newest(found, columns.rows), ranking);
  }
  if (search.sort === "distance" && point) {
    const ranking = rankValues(places, (place) => milesBetween(pointOf(place), point));
    return inRankOrder(newest(found, columns.rows), ranking);
  }
  const first = search.sort === "relevance" ? firstOf(columns, query) : null;
  if (!first) return newest(found, most);
  const before = newest(allOf([found, first]), most);
  const after = newest(allOf([found, othersThan(first, columns.rows)]), most - before.length);
  const rows = new Uint32Array(before.length + after.length);
  rows.set(before);
  rows.set(after, before.length);
  return rows;
}

/** Lower comes first: by set of a column. */
interface Ranking {
  keys: Uint32Array;
  ranks: Uint32Array;
}

/** Ranks the sets of a column of single values by a number of theirs; those without a value come last. */
function rankValues(column: KeyColumn, measure: (value: string) => number): Ranking {
  const measures = Float64Array.from({ length: column.sets }, (_, set) => {
    const value = valueOfSet(column, set);
    return value === null ? Number.POSITIVE_INFINITY : measure(value);
  });
  const stepOf = new Map([...new Set(measures.toSorted())].map((step, rank) => [step, rank]));
  return {
    keys: column.keys,
    ranks: Uint32Array.from(measures, (step) => stepOf.get(step) ?? 0),
  };
}

/** Rows of jobs found, up to `most`. */
function newestFirst({ order, rows }: JobColumns, found: Bits, most: number): Uint32Array {
  const listed = new Uint32Array(Math.min(most, rows));
  let size = 0;
  for (let at = rows - 1; at >= 0 && size < listed.length; at -= 1) {
    const row = order[at] ?? 0;
    if (hasRow(found, row)) listed[size++] = row;
  }
  return listed.subarray(0, size);
}

/** Rows by rank, those of one rank in the order they came in: as many passes for a million as for ten. */
function inRankOrder(rows: Uint32Array, { keys, ranks }: Ranking): Uint32Array {
  const rankOf = (row: number) => ranks[keys[row] ?? 0] ?? 0;
  let last = 0;
  for (const row of rows) last = Math.max(last, rankOf(row));
  const next = new Uint32Array(last + 2);
  for (const row of rows) {
    const after = rankOf(row) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let rank = 1; rank < next.length; rank += 1)
    next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const rank = rankOf(row);
    const at = next[rank] ?? 0;
    sorted[at] = row;
    next[rank] = at + 1;
  }
  return sorted;
}
