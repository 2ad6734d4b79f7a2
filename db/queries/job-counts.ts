import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { isPublished } from "./job-scopes.ts";

export async function countOpenJobs(db: Db): Promise<number> {
  const { jobs } = await db
    .selectFrom("jobs")
    .where(isPublished)
    .select(sql<number>`count(*)`.as("jobs"))
    .executeTakeFirstOrThrow();
  return jobs;
}

/** Open jobs by code family id; a job counts once for each family it asks for and once for each above those. */
export async function countOpenJobsByFamily(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("jobs")
    .innerJoin("jobRequirements", "jobRequirements.jobId", "jobs.id")
    .innerJoin("codeFamilies", "codeFamilies.id", "jobRequirements.familyId")
    .innerJoinLateral(
      sql<{
        id: string;
      }>`unnest(array_append(code_families.ancestor_ids, code_families.id))`.as<"line">(
        sql`line(id)`,
      ),
      (join) => join.onTrue(),
    )
    .where(isPublished)
    .groupBy("line.id")
    .select(["line.id", sql<number>`count(distinct jobs.id)`.as("jobs")])
    .execute();
  return Object.fromEntries(rows.map(({ id, jobs }) => [id, jobs]));
}

/** Open jobs by specialty slug; a job counts for each specialty it names. */
export async function countOpenJobsBySpecialty(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("jobs")
    .innerJoinLateral(
      sql<{
        slug: string;
      }>`unnest(array_append(jobs.other_specialties, jobs.specialty))`.as<"named">(
        sql`named(slug)`,
      ),
      (join) => join.onTrue(),
    )
    .where(isPublished)
    .groupBy("named.slug")
    .select(["named.slug", sql<number>`count(distinct jobs.id)`.as("jobs")])
    .execute();
  return Object.fromEntries(rows.map(({ slug, jobs }) => [slug, jobs]));
}
