import { type Bits, noRows, setRow } from "./bits.ts";
import type { JobColumns } from "./job-columns.ts";

// An eighth of a byte a job each: 32 MB of a million jobs.
const MOST = 256;

interface Remembered {
  /** What they were made of. */
  edition: number;
  bits: Map<string, Bits>;
  open: OpenJobs | null;
}

interface OpenJobs {
  bits: Bits;
  /** In microseconds since 1970: the last end before and the first one after. */
  from: number;
  until: number;
}

const memory = new WeakMap<JobColumns, Remembered>();

function memoryOf(columns: JobColumns): Remembered {
  const known = memory.get(columns);
  if (known?.edition === columns.edition) return known;
  const fresh = { edition: columns.edition, bits: new Map(), open: null };
  memory.set(columns, fresh);
  return fresh;
}

/** Bits that depend on the columns alone, made once for each edition of theirs. */
export function remembered(columns: JobColumns, key: string, make: () => Bits): Bits {
  const { bits } = memoryOf(columns);
  const known = bits.get(key);
  if (known) return known;
  const made = make();
  bits.set(key, made);
  const [oldest] = bits.keys();
  if (bits.size > MOST && oldest !== undefined) bits.delete(oldest);
  return made;
}

/** Jobs that have not ended, and for how long they are the same. */
export function openJobs(columns: JobColumns, now: Date): OpenJobs {
  const kept = memoryOf(columns);
  const at = now.getTime() * 1_000;
  if (kept.open && kept.open.from <= at && at < kept.open.until) return kept.open;
  kept.open = readOpenJobs(columns, at);
  return kept.open;
}

function readOpenJobs({ rows, endsAt }: JobColumns, at: number): OpenJobs {
  const bits = noRows(rows);
  let from = 0;
  let until = Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    const end = endsAt[row] ?? 0;
    if (end > at) {
      setRow(bits, row);
      if (end < until) until = end;
    } else if (end > from) from = end;
  }
  return { bits, from, until };
}
