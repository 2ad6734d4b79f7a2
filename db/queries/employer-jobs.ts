import { sql } from "kysely";
import { APPLICATION_STAGES, isOpenStage } from "#app/domain/application-stage.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";

const OPEN_STAGES = APPLICATION_STAGES.filter(isOpenStage);

export interface OwnJobsFilter {
  employerId: string;
  /** Words of the title, the reference, the city, the specialty or a code family; "" for all. */
  q: string;
  /** The specialties and families those words name. */
  named: { specialties: readonly string[]; families: readonly string[] };
  statuses: readonly JobStatus[] | null;
}

const matching = (db: Db, { employerId, q, named, statuses }: OwnJobsFilter) =>
  db
    .selectFrom("jobs")
    .where("jobs.employerId", "=", employerId)
    .$if(q !== "", (query) => query.where(wordsMatch(q, named)))
    .$if(statuses !== null, (query) => query.where("jobs.status", "in", [...(statuses ?? [])]));

function wordsMatch(q: string, { specialties, families }: OwnJobsFilter["named"]) {
  const words = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const conditions = [
    sql<boolean>`jobs.title ilike ${words}`,
    sql<boolean>`jobs.reference ilike ${words}`,
    sql<boolean>`jobs.city ilike ${words}`,
  ];
  if (specialties.length > 0) {
    conditions.push(
      sql<boolean>`(jobs.specialty in (${sql.join(specialties)}) or jobs.other_specialties && array[${sql.join(specialties)}]::text[])`,
    );
  }
  if (families.length > 0) {
    conditions.push(
      sql<boolean>`exists (select from job_requirements where job_id = jobs.id and family_id in (${sql.join(families)}))`,
    );
  }
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** Those of these jobs that are the employer's, in the order of their titles. */
export async function listJobsByIds(
  db: Db,
  { employerId, jobIds }: { employerId: string; jobIds: readonly string[] },
) {
  if (jobIds.length === 0) return [];
  return await db
    .selectFrom("jobs")
    .select(["id", "title", "status", "version", "expiresAt"])
    .where("employerId", "=", employerId)
    .where("id", "in", [...jobIds])
    .orderBy("title")
    .orderBy("id")
    .execute();
}

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
      "jobs.version",
      "jobs.reference",
      "jobs.updatedAt",
      "jobs.publishAt",
      "jobs.pauseReason",
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
