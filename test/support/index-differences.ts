import { sql } from "kysely";
import type { Index } from "meilisearch";
import type { Db } from "#db/client.ts";

/**
 * What differs between the published jobs and an index, both ways, in sentences; empty when they are equal. Shares
 * nothing with the reconciliation but the form of a stamp: the builder's number, the job's version, its employer's.
 */
export async function indexDifferences(db: Db, index: Index): Promise<string[]> {
  const jobs = await sql<{ id: string; stamp: string }>`
    select jobs.id, jobs.version || '.' || employers.version as stamp
    from jobs join employers on employers.id = jobs.employer_id
    where jobs.status = 'published' and jobs.expires_at > now()`.execute(db);
  const held = await heldVersions(index);
  const wrong = jobs.rows.flatMap(({ id, stamp }) => {
    const indexed = held.get(id);
    held.delete(id);
    return indexed === stamp ? [] : [`${id} is ${stamp}, indexed as ${indexed ?? "nothing"}`];
  });
  return [...wrong, ...[...held.keys()].map((id) => `${id} is indexed but not published`)];
}

/** The version of the job and of its employer that each document was built from: "3.1". */
export async function heldVersions(index: Index): Promise<Map<string, string>> {
  const { results } = await index.getDocuments({ fields: ["id", "stamp"], limit: 100_000 });
  return new Map(results.map(({ id, stamp }) => [id, stamp.split(".").slice(1).join(".")]));
}
