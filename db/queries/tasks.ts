import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** How many tasks of this name nobody has taken yet, those that wait for another try among them. */
export async function countWaitingTasks(db: Db, name: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job where name = ${name} and state < 'active'`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Tasks that ran out of tries and are still kept, by name. */
export async function countFailedTasks(db: Db): Promise<{ task: string; count: number }[]> {
  const { rows } = await sql<{ task: string; count: number }>`
    select name as task, count(*)::int as count from pgboss.job where state = 'failed' group by name`.execute(
    db,
  );
  return rows;
}
