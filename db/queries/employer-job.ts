import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";

const COLUMNS = [
  "jobs.id",
  "jobs.slug",
  "jobs.employerId",
  "jobs.status",
  "jobs.version",
  "jobs.title",
  "jobs.role",
  "jobs.specialty",
  "jobs.otherSpecialties",
  "jobs.settings",
  "jobs.employmentType",
  "jobs.schedule",
  "jobs.workMode",
  "jobs.city",
  "jobs.state",
  "jobs.zip",
  "jobs.latitude",
  "jobs.longitude",
  "jobs.stateRule",
  "jobs.listedStates",
  "jobs.eligibleStates",
  "jobs.payType",
  "jobs.payMin",
  "jobs.payMax",
  "jobs.payNote",
  "jobs.guaranteedHourly",
  "jobs.hourlyMin",
  "jobs.hourlyMax",
  "jobs.experienceLevel",
  "jobs.minMonths",
  "jobs.acceptsApprentices",
  "jobs.credentialRule",
  "jobs.preferredCredentials",
  "jobs.software",
  "jobs.productionUnit",
  "jobs.productionTarget",
  "jobs.accuracyMetric",
  "jobs.accuracyMin",
  "jobs.description",
  "jobs.screeningQuestions",
  "jobs.knockOuts",
  "jobs.closesOn",
  "jobs.replyByDays",
  "jobs.formDraft",
  "jobs.firstPublishedAt",
  "jobs.publishedAt",
  "jobs.confirmedAt",
  "jobs.expiresAt",
  "jobs.closedAt",
  "jobs.closeReason",
  "jobs.reference",
  "jobs.repostOfId",
  "jobs.repostedAt",
  "jobs.publishAt",
  "jobs.scheduledBy",
  "jobs.pauseReason",
  "jobs.screeningQuestions",
  "jobs.knockOuts",
  "jobs.createdAt",
  "jobs.updatedAt",
] as const;

/** One of an employer's own jobs, whatever its status, whole; null for an unknown id and for another employer's. */
export async function findEmployerJob(
  db: Db,
  { employerId, jobId }: { employerId: string; jobId: string },
) {
  const job = await db
    .selectFrom("jobs")
    .select(COLUMNS)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("jobRequirements")
          .select([
            "jobRequirements.familyId",
            "jobRequirements.level",
            "jobRequirements.minMonths",
          ])
          .whereRef("jobRequirements.jobId", "=", "jobs.id")
          .orderBy("jobRequirements.position"),
      ).as("requirements"),
    )
    .where("jobs.id", "=", jobId)
    .where("jobs.employerId", "=", employerId)
    .executeTakeFirst();
  return job ?? null;
}

export type EmployerJob = NonNullable<Awaited<ReturnType<typeof findEmployerJob>>>;
