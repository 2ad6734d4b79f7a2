import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";
import { IS_PUBLISHED, wasPublished } from "./job-scopes.ts";

export type SavedJobsOrder = "closing" | "saved";

export interface SavedJobRow {
  slug: string;
  title: string;
  employerName: string;
  status: JobStatus;
  closeReason: string | null;
  hiddenAt: Date | null;
  open: boolean;
  expiresAt: Date | null;
  savedAt: Date;
  note: string;
  applicationId: string | null;
}

/** A person's saved jobs: open ones first, then by closing date or by when they were saved; ended ones are kept. */
export async function listSavedJobs(
  db: Db,
  {
    userId,
    order,
    limit,
    offset,
  }: { userId: string; order: SavedJobsOrder; limit: number; offset: number },
): Promise<SavedJobRow[]> {
  return await db
    .selectFrom("savedJobs")
    .innerJoin("jobs", "jobs.id", "savedJobs.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .leftJoin("applications", (join) =>
      join
        .onRef("applications.jobId", "=", "jobs.id")
        .onRef("applications.applicantId", "=", "savedJobs.userId"),
    )
    .select([
      "jobs.slug",
      "jobs.title",
      "employers.name as employerName",
      "jobs.status",
      "jobs.closeReason",
      "jobs.hiddenAt",
      IS_PUBLISHED.as("open"),
      "jobs.expiresAt",
      "savedJobs.createdAt as savedAt",
      "savedJobs.note",
      "applications.id as applicationId",
    ])
    .where("savedJobs.userId", "=", userId)
    .where(wasPublished)
    .orderBy(IS_PUBLISHED, "desc")
    .$if(order === "closing", (query) => query.orderBy("jobs.expiresAt"))
    .orderBy("savedJobs.createdAt", "desc")
    .orderBy("jobs.id")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countSavedJobs(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("savedJobs")
    .innerJoin("jobs", "jobs.id", "savedJobs.jobId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("savedJobs.userId", "=", userId)
    .where(wasPublished)
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes a person's own words on a job they saved; false when it is not saved. */
export async function updateSavedJobNote(
  db: Db,
  { userId, slug, note }: { userId: string; slug: string; note: string },
): Promise<boolean> {
  const row = await db
    .updateTable("savedJobs")
    .set({ note })
    .where("userId", "=", userId)
    .where("jobId", "in", (eb) => eb.selectFrom("jobs").select("id").where("slug", "=", slug))
    .returning("jobId")
    .executeTakeFirst();
  return row !== undefined;
}
