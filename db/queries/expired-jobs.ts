import { sql } from "kysely";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";

/**
 * Moves up to `limit` jobs past their end, by the database's clock, from a status in `from` to `to`, and writes
 * each one's event: one statement, so a job and its event change together. Rows that somebody is changing at the
 * moment are left for the next pass. `applied` and `saved` say whether anybody did.
 */
export async function expireDueJobs(
  db: Db,
  { from, to, limit }: { from: readonly JobStatus[]; to: JobStatus; limit: number },
): Promise<{ id: string; applied: boolean; saved: boolean }[]> {
  if (from.length === 0) return [];
  const { rows } = await sql<{ id: string; applied: boolean; saved: boolean }>`
    with due as (
      select id, status from jobs
      where status in (${sql.join(from)}) and expires_at <= now()
      order by expires_at limit ${limit} for update skip locked
    ), moved as (
      update jobs set status = ${to}, closed_at = jobs.expires_at, version = version + 1, updated_at = now()
      from due where jobs.id = due.id
      returning jobs.id, due.status as from_status
    ), noted as (
      insert into job_events (job_id, kind, from_status, to_status)
      select id, 'expire', from_status, ${to} from moved
    )
    select id, exists (select from applications where job_id = moved.id) as applied,
      exists (select from saved_jobs where job_id = moved.id and told_ended_at is null) as saved from moved`.execute(
    db,
  );
  return rows;
}
