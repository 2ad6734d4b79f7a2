import { sql } from "kysely";
import {
  APPLICATION_STAGES,
  type ApplicationStage,
  isOpenStage,
} from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

const OPEN_STAGES = APPLICATION_STAGES.filter(isOpenStage);

/** How many applications of a job stand at each stage. */
export async function countApplicationsByStage(
  db: Db,
  jobId: string,
): Promise<Partial<Record<ApplicationStage, number>>> {
  const rows = await db
    .selectFrom("applications")
    .select((eb) => ["stage", eb.fn.countAll<number>().as("count")])
    .where("jobId", "=", jobId)
    .groupBy("stage")
    .execute();
  return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
}

/** How many applications of a job still wait for their end. */
export async function countWaiting(db: Db, jobId: string): Promise<number> {
  const { count } = await db
    .selectFrom("applications")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("jobId", "=", jobId)
    .where("stage", "in", OPEN_STAGES)
    .executeTakeFirstOrThrow();
  return count;
}

/** What happened to a job, newest first. */
export async function listJobEvents(db: Db, jobId: string, limit = 20) {
  return db
    .selectFrom("jobEvents")
    .leftJoin("users", "users.id", "jobEvents.actorId")
    .select([
      "jobEvents.id",
      "jobEvents.kind",
      "jobEvents.toStatus",
      "jobEvents.note",
      "jobEvents.createdAt",
      "users.name as actorName",
    ])
    .where("jobEvents.jobId", "=", jobId)
    .orderBy("jobEvents.createdAt", "desc")
    .limit(limit)
    .execute();
}

/** What waits for an employer: applications not yet looked at, jobs about to close, drafts. */
export async function findDesk(db: Db, employerId: string) {
  const jobs = await db
    .selectFrom("jobs")
    .select(["id", "title", "status", "expiresAt", "updatedAt", "pauseReason"])
    .select([
      sql<boolean>`status = 'published' and expires_at <= now() + interval '7 days'`.as(
        "closesSoon",
      ),
      sql<boolean>`expires_at <= now()`.as("ended"),
    ])
    .select((eb) => [
      eb
        .selectFrom("applications")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("applications.jobId", "=", "jobs.id")
        .where("applications.stage", "=", "submitted")
        .as("unread"),
    ])
    .where("employerId", "=", employerId)
    .where("status", "in", ["draft", "in-review", "scheduled", "rejected", "published", "paused"])
    .orderBy("updatedAt", "desc")
    .limit(200)
    .execute();
  return jobs;
}
