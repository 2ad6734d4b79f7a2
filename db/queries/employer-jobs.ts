import { APPLICATION_STAGES, isOpenStage } from "#app/domain/application-stage.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";

const OPEN_STAGES = APPLICATION_STAGES.filter(isOpenStage);

export interface OwnJobsFilter {
  employerId: string;
  /** Words of the title; "" for all. */
  q: string;
  statuses: readonly JobStatus[] | null;
}

const matching = (db: Db, { employerId, q, statuses }: OwnJobsFilter) =>
  db
    .selectFrom("jobs")
    .where("jobs.employerId", "=", employerId)
    .$if(q !== "", (query) =>
      query.where("jobs.title", "ilike", `%${q.replace(/[\\%_]/g, "\\$&")}%`),
    )
    .$if(statuses !== null, (query) => query.where("jobs.status", "in", [...(statuses ?? [])]));

/** A page of an employer's own jobs, last changed first, with how many applied and how many still wait. */
export async function listEmployerJobs(
  db: Db,
  { page, pageSize, ...filter }: OwnJobsFilter & { page: number; pageSize: number },
) {
  return matching(db, filter)
    .select([
      "jobs.id",
      "jobs.slug",
      "jobs.title",
      "jobs.status",
      "jobs.specialty",
      "jobs.workMode",
      "jobs.city",
      "jobs.state",
      "jobs.updatedAt",
      "jobs.firstPublishedAt",
      "jobs.expiresAt",
      "jobs.closedAt",
      "jobs.closeReason",
    ])
    .select((eb) => [
      eb
        .selectFrom("applications")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("applications.jobId", "=", "jobs.id")
        .where("applications.stage", "<>", "withdrawn")
        .as("applied"),
      eb
        .selectFrom("applications")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("applications.jobId", "=", "jobs.id")
        .where("applications.stage", "in", OPEN_STAGES)
        .as("waiting"),
    ])
    .orderBy("jobs.updatedAt", "desc")
    .orderBy("jobs.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
}

/** How many of an employer's jobs stand at each status, under the words searched for. */
export async function countEmployerJobs(
  db: Db,
  filter: Omit<OwnJobsFilter, "statuses">,
): Promise<Partial<Record<JobStatus, number>>> {
  const rows = await matching(db, { ...filter, statuses: null })
    .select((eb) => ["jobs.status", eb.fn.countAll<number>().as("count")])
    .groupBy("jobs.status")
    .execute();
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
