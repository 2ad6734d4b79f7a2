import type { Db } from "#db/client.ts";
import type { NewJobEvent } from "#db/schema/job-events.ts";
import type { NewJobRequirement } from "#db/schema/job-requirements.ts";
import type { NewJob } from "#db/schema/jobs.ts";

/** Inserts drafts, leaving out those whose import key their employer has used; answers the ids of those that are in. */
export async function insertDrafts(db: Db, drafts: readonly NewJob[]): Promise<Set<string>> {
  if (drafts.length === 0) return new Set();
  const rows = await db
    .insertInto("jobs")
    .values([...drafts])
    .onConflict((conflict) =>
      conflict.columns(["employerId", "importKey"]).where("importKey", "is not", null).doNothing(),
    )
    .returning("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function insertRequirements(
  db: Db,
  rows: readonly NewJobRequirement[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto("jobRequirements")
      .values([...rows])
      .execute();
}

export async function insertJobEvents(db: Db, events: readonly NewJobEvent[]): Promise<void> {
  if (events.length > 0)
    await db
      .insertInto("jobEvents")
      .values([...events])
      .execute();
}
