import { type Bits, clearRow, noRows, setRow } from "./bits.ts";
import { withRoom } from "./with-room.ts";

/**
 * One attribute of every job. A row holds a number that stands for its whole set of values, so that 52 states a job are
 * four bytes, and rows with equal sets are counted together. Sets are never changed; set 0 is the empty one.
 */
export interface KeyColumn {
  /** By row: the number of its set. */
  keys: Uint32Array<ArrayBuffer>;
  /** How many sets there are. */
  sets: number;
  /** The values of set n lie in `held` from `starts[n]` up to `starts[n + 1]`. */
  starts: Uint32Array<ArrayBuffer>;
  held: Uint32Array<ArrayBuffer>;
  /** The number of a set by the name the database has for it. */
  setOf: Map<string, number>;
  /** By the number of a value: what it is called. */
  values: string[];
  numberOf: Map<string, number>;
  /** The numbers of the values in the order of their names, or of some of them until they are asked for. */
  byName: number[];
  /** By value: how many rows hold it. */
  totals: Int32Array<ArrayBuffer>;
  /** By value: the rows that hold it, for values that were asked for. */
  holders: Map<number, Bits>;
}

export const createKeyColumn = (capacity: number): KeyColumn => ({
  keys: new Uint32Array(capacity),
  sets: 1,
  starts: new Uint32Array(capacity),
  held: new Uint32Array(capacity),
  setOf: new Map(),
  values: [],
  numberOf: new Map(),
  byName: [],
  totals: new Int32Array(64),
  holders: new Map(),
});

/** Makes a set known; nothing changes when it is already. */
export function learnSet(column: KeyColumn, name: string, values: readonly string[]): void {
  if (column.setOf.has(name)) return;
  const set = column.sets;
  let end = column.starts[set] ?? 0;
  column.held = withRoom(column.held, end + values.length);
  for (const value of new Set(values)) column.held[end++] = valueNumber(column, value);
  column.starts = withRoom(column.starts, set + 2);
  column.starts[set + 1] = end;
  column.setOf.set(name, set);
  column.sets += 1;
}

function valueNumber(column: KeyColumn, value: string): number {
  const known = column.numberOf.get(value);
  if (known !== undefined) return known;
  const number = column.values.push(value) - 1;
  column.numberOf.set(value, number);
  column.totals = withRoom(column.totals, number + 1);
  return number;
}

/** Gives a row a set, by the set's name; null is the empty one. Throws for a set nobody made known. */
export function assignSet(column: KeyColumn, row: number, name: string | null): void {
  const set = name === null ? 0 : column.setOf.get(name);
  if (set === undefined) throw new Error(`no set is known as ${name}`);
  const former = column.keys[row] ?? 0;
  if (former === set) return;
  addSet(column, former, column.totals, -1);
  addSet(column, set, column.totals, 1);
  markHolders(column, former, (rows) => clearRow(rows, row));
  markHolders(column, set, (rows) => setRow(rows, row));
  column.keys[row] = set;
}

function markHolders(
  { starts, held, holders }: KeyColumn,
  set: number,
  mark: (rows: Bits) => void,
): void {
  if (holders.size === 0) return;
  for (const value of held.subarray(starts[set] ?? 0, starts[set + 1] ?? 0)) {
    const rows = holders.get(value);
    if (rows) mark(rows);
  }
}

/** Makes room for so many rows. */
export function makeRoomInColumn(column: KeyColumn, rows: number): void {
  if (rows <= column.keys.length) return;
  column.keys = withRoom(column.keys, rows);
  column.holders.clear();
}

/** The numbers of the values in the order of their names. */
export function valuesByName(column: KeyColumn): readonly number[] {
  const { values, byName } = column;
  if (byName.length === values.length) return byName;
  const named = [...values.entries()].sort(([, one], [, other]) => (one < other ? -1 : 1));
  column.byName = named.map(([value]) => value);
  return column.byName;
}

/** Rows that hold a value, kept up to date from the first time it is asked for. May be longer than there are rows. */
export function holdersOf(column: KeyColumn, value: string): Bits | null {
  const number = column.numberOf.get(value);
  if (number === undefined) return null;
  const known = column.holders.get(number);
  if (known) return known;
  const rows = rowsHolding(column, column.keys.length, [value]);
  column.holders.set(number, rows);
  return rows;
}

/** Adds `count` to each value of a set. */
export function addSet(
  { starts, held }: KeyColumn,
  set: number,
  to: Int32Array,
  count: number,
): void {
  const end = starts[set + 1] ?? 0;
  for (let at = starts[set] ?? 0; at < end; at += 1) {
    const value = held[at] ?? 0;
    to[value] = (to[value] ?? 0) + count;
  }
}

/** The rows, of so many, that hold one of these values. */
export function rowsHolding(column: KeyColumn, rows: number, values: readonly string[]): Bits {
  const wanted = setsHolding(column, values);
  const { keys } = column;
  const bits = noRows(rows);
  for (let row = 0; row < rows; row += 1) {
    const word = row >>> 5;
    bits[word] = (bits[word] ?? 0) | ((wanted[keys[row] ?? 0] ?? 0) << (row & 31));
  }
  return bits;
}

/** By set: 1 for those that hold one of these values. */
function setsHolding(
  { sets, starts, held, numberOf }: KeyColumn,
  values: readonly string[],
): Uint8Array {
  const isWanted = new Uint8Array(numberOf.size);
  for (const value of values) {
    const number = numberOf.get(value);
    if (number !== undefined) isWanted[number] = 1;
  }
  const wanted = new Uint8Array(sets);
  for (let set = 0; set < sets; set += 1) {
    const end = starts[set + 1] ?? 0;
    let at = starts[set] ?? 0;
    while (at < end && isWanted[held[at] ?? 0] === 0) at += 1;
    if (at < end) wanted[set] = 1;
  }
  return wanted;
}

/** The one value of each set of a column of single values, by set; null for the empty set. */
export const valueOfSet = ({ starts, held, values }: KeyColumn, set: number): string | null =>
  set === 0 ? null : (values[held[starts[set] ?? 0] ?? 0] ?? null);
