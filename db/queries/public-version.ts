import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { IS_PUBLISHED } from "./job-scopes.ts";

/**
 * A text that is another one as soon as anything the public sees has: a commit to jobs or employers, a job's end by the
 * database's clock, a step of the search index, a new day (dates are told in words).
 */
export async function readPublicVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws(' ',
      (select sum(changes) from public_changes),
      (select min(expires_at) from jobs where ${IS_PUBLISHED}),
      (select last_value from search_generation),
      (now() at time zone 'utc')::date) as version`.execute(db);
  return rows[0]?.version ?? "";
}
