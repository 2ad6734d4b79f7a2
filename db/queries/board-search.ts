import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface DeadMark {
  jobId: string;
  title: string | null;
  error: string | null;
  deadAt: Date;
}

/** Jobs whose document the engine refuses, the last refused first. */
export async function listDeadMarks(db: Db, limit: number): Promise<DeadMark[]> {
  const { rows } = await sql<DeadMark>`
    select search_outbox.job_id, jobs.title, search_outbox.last_error as error, search_outbox.dead_at
    from search_outbox left join jobs on jobs.id = search_outbox.job_id
    where search_outbox.dead_at is not null
    order by search_outbox.dead_at desc limit ${limit}`.execute(db);
  return rows;
}

/** Changes that the index does not show yet, and documents it refuses. */
export async function countSearchMarks(db: Db): Promise<{ waiting: number; dead: number }> {
  const { rows } = await sql<{ waiting: number; dead: number }>`
    select count(*) filter (where dead_at is null)::int as waiting,
      count(*) filter (where dead_at is not null)::int as dead
    from search_outbox`.execute(db);
  return rows[0] ?? { waiting: 0, dead: 0 };
}
