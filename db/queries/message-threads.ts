import { sql } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { ThreadSide } from "#app/domain/message-thread.ts";
import type { Db } from "#db/client.ts";

/** Whose threads: an applicant's own, or all of an employer's. */
export type ThreadsOf = { applicantId: string } | { employerId: string };

export interface ThreadRow {
  applicationId: string;
  stage: ApplicationStage;
  lastMessageAt: Date;
  lastSide: ThreadSide;
  lastWords: string;
  unread: number;
  jobTitle: string;
  employerName: string;
  /** As sent with the application; null once withdrawn. */
  applicantName: string | null;
}

/** One window of threads, the last written in first. */
export async function listThreads(
  db: Db,
  {
    of,
    unreadOnly,
    limit,
    offset,
  }: { of: ThreadsOf; unreadOnly: boolean; limit: number; offset: number },
): Promise<ThreadRow[]> {
  const unread = unreadColumn(of);
  return db
    .selectFrom("messageThreads as threads")
    .innerJoin("applications", "applications.id", "threads.applicationId")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "threads.employerId")
    .select([
      "threads.applicationId",
      "applications.stage",
      "threads.lastMessageAt",
      "threads.lastSide",
      "threads.lastWords",
      `${unread} as unread`,
      "jobs.title as jobTitle",
      "employers.name as employerName",
      sql<string | null>`applications.snapshot ->> 'name'`.as("applicantName"),
    ])
    .$if("applicantId" in of, (query) =>
      query.where("threads.applicantId", "=", "applicantId" in of ? of.applicantId : ""),
    )
    .$if("employerId" in of, (query) =>
      query.where("threads.employerId", "=", "employerId" in of ? of.employerId : ""),
    )
    .$if(unreadOnly, (query) => query.where(unread, ">", 0))
    .orderBy("threads.lastMessageAt", "desc")
    .orderBy("threads.applicationId")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many threads there are, and in how many something is unread. */
export async function countThreads(
  db: Db,
  of: ThreadsOf,
): Promise<{ all: number; unread: number }> {
  const unread = unreadColumn(of);
  return db
    .selectFrom("messageThreads as threads")
    .select((eb) => [
      eb.fn.countAll<number>().as("all"),
      eb.fn.countAll<number>().filterWhere(unread, ">", 0).as("unread"),
    ])
    .$if("applicantId" in of, (query) =>
      query.where("applicantId", "=", "applicantId" in of ? of.applicantId : ""),
    )
    .$if("employerId" in of, (query) =>
      query.where("employerId", "=", "employerId" in of ? of.employerId : ""),
    )
    .executeTakeFirstOrThrow();
}

const unreadColumn = (of: ThreadsOf) =>
  "applicantId" in of ? ("threads.applicantUnread" as const) : ("threads.employerUnread" as const);

/** In how many threads something is unread, up to 100: asked for the header of every page. */
export async function countUnread(db: Db, of: ThreadsOf): Promise<number> {
  const unread = db
    .selectFrom("messageThreads as threads")
    .select("threads.applicationId")
    .where(unreadColumn(of), ">", 0)
    .$if("applicantId" in of, (query) =>
      query.where("applicantId", "=", "applicantId" in of ? of.applicantId : ""),
    )
    .$if("employerId" in of, (query) =>
      query.where("employerId", "=", "employerId" in of ? of.employerId : ""),
    )
    .limit(100);
  const row = await db
    .selectFrom(unread.as("unread"))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}
