import type { Deps } from "#app/platform/deps.server.ts";
import {
  countOpenJobs,
  countOpenJobsByFamily,
  countOpenJobsBySpecialty,
} from "#db/queries/job-counts.ts";

export interface OpenJobCounts {
  total: number;
  byFamily: Record<string, number>;
  bySpecialty: Record<string, number>;
}

interface Kept {
  counts: Promise<OpenJobCounts>;
  /** By `performance.now()`; for ever while they are being counted, so that many visitors wait for one count. */
  until: number;
}

const LONGEST_MS = 15_000;
const TIMES_KEPT = 20;

const kept = new WeakMap<Deps["db"], Kept>();

/**
 * How many jobs are open, in all and by family and specialty. Kept twenty times as long as counting took, so that a
 * process never spends more than a twentieth of its time on it: a small board counts anew for nearly every visitor, a
 * large one every few seconds.
 */
export function openJobCounts({ db }: Pick<Deps, "db">): Promise<OpenJobCounts> {
  const known = kept.get(db);
  if (known && known.until > performance.now()) return known.counts;
  const started = performance.now();
  const next: Kept = { counts: count(db), until: Number.POSITIVE_INFINITY };
  kept.set(db, next);
  next.counts.then(
    () => {
      const now = performance.now();
      next.until = now + Math.min(LONGEST_MS, (now - started) * TIMES_KEPT);
    },
    () => kept.delete(db),
  );
  return next.counts;
}

async function count(db: Deps["db"]): Promise<OpenJobCounts> {
  const [total, byFamily, bySpecialty] = await Promise.all([
    countOpenJobs(db),
    countOpenJobsByFamily(db),
    countOpenJobsBySpecialty(db),
  ]);
  return { total, byFamily, bySpecialty };
}
