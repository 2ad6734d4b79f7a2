import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface NamedEmployer {
  name: string;
  slug: string;
}

/** Employers with an open job, by name; at most `most`. */
export async function listHiringEmployers(db: Db, most: number): Promise<NamedEmployer[]> {
  const { rows } = await sql<NamedEmployer>`
    select name, slug from employers
    where suspended_at is null and exists (
      select from jobs where jobs.employer_id = employers.id and status = 'published' and expires_at > now()
    )
    order by name, id limit ${most}`.execute(db);
  return rows;
}
