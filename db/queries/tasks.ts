import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Tasks that ran out of tries and are still kept, by name. */
export async function countFailedTasks(db: Db): Promise<{ task: string; count: number }[]> {
  const { rows } = await sql<{ task: string; count: number }>`
    select name as task, count(*)::int as count from pgboss.job where state = 'failed' group by name`.execute(
    db,
  );
  return rows;
}
