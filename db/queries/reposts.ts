import { sql } from "kysely";
import type { Opening } from "#app/domain/repost.ts";
import type { Db } from "#db/client.ts";

export interface EarlierRun extends Opening {
  id: string;
  firstPublishedAt: Date | null;
  ended: boolean;
}

const selectRun = (db: Db, employerId: string) =>
  db
    .selectFrom("jobs")
    .select([
      "id",
      "title",
      "specialty",
      "workMode",
      "city",
      "state",
      "firstPublishedAt",
      sql<boolean>`status in ('closed', 'expired') or expires_at <= now()`.as("ended"),
    ])
    .where("employerId", "=", employerId);

/** The job this one was copied from, of the same employer. */
export async function findCopiedRun(
  db: Db,
  { employerId, jobId }: { employerId: string; jobId: string },
): Promise<EarlierRun | null> {
  return (await selectRun(db, employerId).where("id", "=", jobId).executeTakeFirst()) ?? null;
}

/** The employer's ended jobs of the same title, the last first; a few are enough to find the one that is followed. */
export async function listEndedRuns(
  db: Db,
  { employerId, title, notId }: { employerId: string; title: string; notId: string },
): Promise<EarlierRun[]> {
  return await selectRun(db, employerId)
    .where(sql<boolean>`lower(title) = lower(${title})`)
    .where("id", "<>", notId)
    .where("firstPublishedAt", "is not", null)
    .where("status", "in", ["closed", "expired"])
    .orderBy("closedAt", (order) => order.desc().nullsLast())
    .limit(20)
    .execute();
}
