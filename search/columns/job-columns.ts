import { FACETS } from "#app/domain/job-search.ts";
import {
  assignSet,
  createKeyColumn,
  type KeyColumn,
  learnSet,
  makeRoomInColumn,
} from "./key-column.ts";
import { withRoom } from "./with-room.ts";

/** Attributes whose sets the database keeps and names by a hash. */
export const SET_COLUMNS = [...FACETS, "requires"] as const;
/** Attributes of one value, which is its own name. */
const VALUE_COLUMNS = ["apprentice", "hourlyMax", "point", "employerId", "employerKind"] as const;
const KEYED = [...SET_COLUMNS, ...VALUE_COLUMNS];
export type Keyed = (typeof KEYED)[number];

/** An open job as it is read: times in microseconds since 1970, and by attribute the name of its set. */
export interface JobRow extends Record<Keyed, string | null> {
  id: string;
  publishedAt: number;
  endsAt: number;
}

/**
 * All open jobs by column. A row never moves: a job that leaves keeps its own, ended and emptied, and takes it again
 * should it come back.
 */
export interface JobColumns {
  /** Another number after every change. */
  edition: number;
  rows: number;
  /** Rows of jobs that left. */
  left: number;
  ids: string[];
  rowOf: Map<string, number>;
  keyed: Record<Keyed, KeyColumn>;
  publishedAt: Float64Array<ArrayBuffer>;
  /** 0 for a job that left. */
  endsAt: Float64Array<ArrayBuffer>;
  /** Rows by publication, the oldest first; of those published together the last id first. */
  order: Uint32Array<ArrayBuffer>;
}

export function createJobColumns(capacity = 1_024): JobColumns {
  return {
    edition: 0,
    rows: 0,
    left: 0,
    ids: [],
    rowOf: new Map(),
    keyed: Object.fromEntries(KEYED.map((name) => [name, createKeyColumn(capacity)])) as Record<
      Keyed,
      KeyColumn
    >,
    publishedAt: new Float64Array(capacity),
    endsAt: new Float64Array(capacity),
    order: new Uint32Array(capacity),
  };
}

/** Takes jobs in, new ones and changed ones. The sets of `SET_COLUMNS` must be known. */
export function putJobs(columns: JobColumns, jobs: readonly JobRow[]): void {
  const added: number[] = [];
  columns.edition += 1;
  for (const job of jobs) {
    const known = columns.rowOf.get(job.id);
    if (known !== undefined && columns.publishedAt[known] === job.publishedAt) {
      if (columns.endsAt[known] === 0) columns.left -= 1;
      writeJob(columns, known, job);
      continue;
    }
    // Published at another time it has another place in the order, and so another row.
    dropJobs(columns, [job.id]);
    added.push(addRow(columns, job));
  }
  insertInOrder(columns, added);
}

/** Takes jobs out; unknown ones are none. */
export function dropJobs(columns: JobColumns, ids: readonly string[]): void {
  columns.edition += 1;
  for (const id of ids) {
    const row = columns.rowOf.get(id);
    if (row === undefined || columns.endsAt[row] === 0) continue;
    columns.endsAt[row] = 0;
    columns.left += 1;
    for (const name of KEYED) assignSet(columns.keyed[name], row, null);
  }
}

function addRow(columns: JobColumns, job: JobRow): number {
  const row = columns.rows;
  columns.rows += 1;
  makeRoom(columns, columns.rows);
  columns.ids.push(job.id);
  columns.rowOf.set(job.id, row);
  writeJob(columns, row, job);
  return row;
}

function writeJob({ keyed, publishedAt, endsAt }: JobColumns, row: number, job: JobRow): void {
  publishedAt[row] = job.publishedAt;
  endsAt[row] = job.endsAt;
  for (const name of VALUE_COLUMNS) {
    const value = job[name];
    if (value !== null) learnSet(keyed[name], value, [value]);
  }
  for (const name of KEYED) assignSet(keyed[name], row, job[name]);
}

function makeRoom(columns: JobColumns, rows: number): void {
  columns.publishedAt = withRoom(columns.publishedAt, rows);
  columns.endsAt = withRoom(columns.endsAt, rows);
  columns.order = withRoom(columns.order, rows);
  for (const column of Object.values(columns.keyed)) makeRoomInColumn(column, rows);
}

/** Puts rows, the last of all, where they belong: each stretch of the order moves once, and nothing when all are newest. */
function insertInOrder(columns: JobColumns, added: number[]): void {
  const { order } = columns;
  added.sort((one, other) => compareRows(columns, one, other));
  let end = columns.rows - added.length;
  for (const [before, row] of [...added.entries()].reverse()) {
    const at = placeOf(columns, row, end);
    order.copyWithin(at + before + 1, at, end);
    order[at + before] = row;
    end = at;
  }
}

/** Where among the first `end` of the order a row belongs. */
function placeOf(columns: JobColumns, row: number, end: number): number {
  let low = 0;
  let high = end;
  while (low < high) {
    // Most are newer than all others: looked at from the end.
    const middle = high === end ? high - 1 : (low + high) >>> 1;
    if (compareRows(columns, columns.order[middle] ?? 0, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareRows({ publishedAt, ids }: JobColumns, one: number, other: number): number {
  const between = (publishedAt[one] ?? 0) - (publishedAt[other] ?? 0);
  if (between !== 0) return between;
  return (ids[one] ?? "") < (ids[other] ?? "") ? 1 : -1;
}
