import { sql } from "kysely";
import type { Db } from "#db/client.ts";

// Marks are made by the triggers of the migration `search-outbox`, in the transaction that changed a job.

/** "This job's document may be stale", as of a version of the mark. */
export interface SearchMark {
  jobId: string;
  version: number;
}

/** The oldest marks, up to `limit`, without the dead ones. */
export async function listSearchMarks(db: Db, limit: number): Promise<SearchMark[]> {
  return await db
    .selectFrom("searchOutbox")
    .select(["jobId", "version"])
    .where("deadAt", "is", null)
    .orderBy("markedAt")
    .limit(limit)
    .execute();
}

/** Clears marks whose job has not changed since they were read; a changed one stays for the next pass. */
export async function clearSearchMarks(db: Db, marks: readonly SearchMark[]): Promise<void> {
  await sql`
    delete from search_outbox using unnest(${marks.map(({ jobId }) => jobId)}::uuid[], ${marks.map(({ version }) => version)}::bigint[]) as done(job_id, version)
    where search_outbox.job_id = done.job_id and search_outbox.version = done.version`.execute(db);
}

/** Sets a mark aside whose document the engine refuses, until the job changes again. */
export async function burySearchMark(
  db: Db,
  { jobId, version }: SearchMark,
  reason: string,
): Promise<void> {
  await db
    .updateTable("searchOutbox")
    .set({ deadAt: sql`now()`, lastError: reason.slice(0, 2_000), attempts: sql`attempts + 1` })
    .where("jobId", "=", jobId)
    .where("version", "=", version)
    .execute();
}

/** Marks jobs, known or not, so that the drain brings their documents up to date. */
export async function markJobsDirty(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select mark_jobs_dirty(${[...ids]}::uuid[])`.execute(db);
}

/** Says that the index has changed: facets counted before are no longer true. */
export async function bumpSearchGeneration(db: Db): Promise<void> {
  await sql`select nextval('search_generation')`.execute(db);
}

/** A number that is another one whenever the index has changed; 0 until it was filled for the first time. */
export async function readSearchGeneration(db: Db): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    select case when is_called then last_value else 0 end as generation from search_generation`.execute(
    db,
  );
  return rows[0]?.generation ?? 0;
}

/** A number that is another one whenever a job has changed, in the index or not yet. */
export async function readMarkVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select last_value as version from search_outbox_version`.execute(db);
  return rows[0]?.version ?? 0;
}

/**
 * Runs `work` while no other process writes to the index, waiting up to `patienceMs` for its turn; null when it
 * does not come.
 */
export async function whileOnlyIndexer<Result>(
  db: Db,
  work: () => Promise<Result>,
  { patienceMs = 0 }: { patienceMs?: number } = {},
): Promise<Result | null> {
  return await db.connection().execute(async (held) => {
    const deadline = performance.now() + patienceMs;
    while (!(await (patienceMs > 0 ? queueForLock(held) : tryLock(held)))) {
      if (performance.now() >= deadline) return null;
    }
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${INDEXER_LOCK}::bigint)`.execute(held);
    }
  });
}

const INDEXER_LOCK = 72_011_162;

async function tryLock(db: Db): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_lock(${INDEXER_LOCK}::bigint) as locked`.execute(db);
  return rows[0]?.locked === true;
}

/**
 * Stands in line for it as long as the session's `lock_timeout` allows. Only so does it ever come: a worker with steady
 * work takes the lock again the moment it lets go, except when somebody is in line.
 */
async function queueForLock(db: Db): Promise<boolean> {
  try {
    await sql`select pg_advisory_lock(${INDEXER_LOCK}::bigint)`.execute(db);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE)
      return false;
    throw error;
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
