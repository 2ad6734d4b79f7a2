import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface FailedTask {
  id: string;
  name: string;
  /** Tries made. */
  tries: number;
  failedAt: Date | null;
  /** What it said when it failed last. */
  error: string;
  /** The subject of a mail; null for other tasks. Never the mail itself. */
  subject: string | null;
}

interface Page {
  limit: number;
  offset: number;
}

/** Tasks that ran out of tries and are still kept, the last failed first. */
export async function listFailedTasks(db: Db, { limit, offset }: Page): Promise<FailedTask[]> {
  const { rows } = await sql<FailedTask>`
    select id, name, retry_count + 1 as tries, completed_on as failed_at,
      coalesce(output->>'message', output->'value'->>'message', '') as error, data->>'subject' as subject
    from pgboss.job where state = 'failed'
    order by completed_on desc nulls last, id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** One failed task; null when it is unknown or no longer failed. */
export async function findFailedTask(
  db: Db,
  id: string,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from pgboss.job where id = ${id} and state = 'failed'`.execute(db);
  return rows[0] ?? null;
}

/** How many tasks failed for good, and how many wait for their next try. */
export async function countTroubledTasks(db: Db): Promise<{ failed: number; retrying: number }> {
  const { rows } = await sql<{ failed: number; retrying: number }>`
    select count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'retry')::int as retrying
    from pgboss.job where state in ('failed', 'retry')`.execute(db);
  return rows[0] ?? { failed: 0, retrying: 0 };
}

/** Forgets mails that have been sent, ten minutes after: one may hold a link that opens an account. */
export async function deleteSentMails(db: Db): Promise<void> {
  await sql`
    delete from pgboss.job where name = 'send-mail' and state = 'completed'
      and completed_on < now() - interval '10 minutes'`.execute(db);
}
