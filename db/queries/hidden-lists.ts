import type { Db } from "#db/client.ts";
import { IS_PUBLISHED, wasPublished } from "./job-scopes.ts";

interface Window {
  userId: string;
  limit: number;
  offset: number;
}

/** Jobs a person hid, the last first, ended ones too. */
export async function listHiddenJobs(
  db: Db,
  { userId, limit, offset }: Window,
): Promise<{ slug: string; title: string; employerName: string; open: boolean; hiddenAt: Date }[]> {
  return await db
    .selectFrom("hiddenJobs")
    .innerJoin("jobs", "jobs.id", "hiddenJobs.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "jobs.slug",
      "jobs.title",
      "employers.name as employerName",
      IS_PUBLISHED.as("open"),
      "hiddenJobs.createdAt as hiddenAt",
    ])
    .where("hiddenJobs.userId", "=", userId)
    .where(wasPublished)
    .orderBy("hiddenJobs.createdAt", "desc")
    .orderBy("jobs.id")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countHiddenJobs(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("hiddenJobs")
    .innerJoin("jobs", "jobs.id", "hiddenJobs.jobId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("hiddenJobs.userId", "=", userId)
    .where(wasPublished)
    .executeTakeFirstOrThrow();
  return count;
}

/** Employers a person muted, by name. There are never more than a search can name. */
export async function listMutedEmployers(
  db: Db,
  userId: string,
): Promise<{ id: string; slug: string; name: string }[]> {
  return await db
    .selectFrom("mutedEmployers")
    .innerJoin("employers", "employers.id", "mutedEmployers.employerId")
    .select(["employers.id", "employers.slug", "employers.name"])
    .where("mutedEmployers.userId", "=", userId)
    .orderBy("employers.name")
    .orderBy("employers.id")
    .execute();
}
