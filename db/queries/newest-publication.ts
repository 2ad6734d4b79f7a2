import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";

/** When the newest open job was first published, in whole ms since 1970; 0 without any. */
export async function readNewestPublication(db: Db): Promise<number> {
  const [row] = await runPrepared(
    db,
    "newest-publication",
    sql<{ at: Date }>`
      select first_published_at as at from job_facets order by first_published_at desc, job_id limit 1`,
  );
  return row?.at.getTime() ?? 0;
}
