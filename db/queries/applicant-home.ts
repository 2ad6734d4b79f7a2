import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { MatchJob } from "#app/domain/match.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { isPublished } from "./job-scopes.ts";
import { isNotLeftOutBy } from "./left-out-jobs.ts";

export interface OpenApplication {
  id: string;
  title: string;
  employerName: string;
  stage: ApplicationStage;
  stageChangedAt: Date;
  replyBy: Date | null;
}

/** An applicant's applications that are still going somewhere, the last moved first. */
export const listOpenApplications = (
  db: Db,
  { userId, limit }: { userId: string; limit: number },
): Promise<OpenApplication[]> =>
  db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "applications.id",
      "jobs.title",
      "employers.name as employerName",
      "applications.stage",
      "applications.stageChangedAt",
      "applications.replyBy",
    ])
    .where("applications.applicantId", "=", userId)
    .where("applications.stage", "not in", ["hired", "rejected", "withdrawn"])
    .orderBy("applications.stageChangedAt", "desc")
    .orderBy("applications.id")
    .limit(limit)
    .execute();

/** Jobs by their ids, or the newest that ask for any of these families. */
export type JobsToScore = { ids: readonly string[] } | { familyIds: readonly string[] };

/** What the score needs of open jobs that the applicant has not applied to, nor hidden or muted; the newest first. */
export async function listJobsToScore(
  db: Db,
  { of, userId, limit }: { of: JobsToScore; userId: string; limit: number },
): Promise<{ id: string; job: MatchJob }[]> {
  if (("ids" in of ? of.ids : of.familyIds).length === 0) return [];
  const rows = await db
    .selectFrom("jobs")
    .select([
      "jobs.id",
      "jobs.credentialRule",
      "jobs.preferredCredentials",
      "jobs.settings",
      "jobs.specialty",
      "jobs.otherSpecialties",
      "jobs.workMode",
      "jobs.eligibleStates",
      "jobs.experienceLevel",
      "jobs.acceptsApprentices",
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("jobRequirements as r")
          .select(["r.familyId", "r.level", "r.minMonths"])
          .whereRef("r.jobId", "=", "jobs.id")
          .orderBy("r.position"),
      ).as("requirements"),
    )
    .where(isPublished)
    .where(isNotLeftOutBy(userId))
    .where((eb) =>
      "ids" in of
        ? eb("jobs.id", "in", [...of.ids])
        : eb.exists(
            eb
              .selectFrom("jobRequirements as asked")
              .select("asked.jobId")
              .whereRef("asked.jobId", "=", "jobs.id")
              .where("asked.familyId", "in", [...of.familyIds]),
          ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("applications")
            .select("applications.id")
            .whereRef("applications.jobId", "=", "jobs.id")
            .where("applications.applicantId", "=", userId),
        ),
      ),
    )
    .orderBy("jobs.publishedAt", "desc")
    .orderBy("jobs.id", "desc")
    .limit(limit)
    .$narrowType<{ specialty: string; workMode: string }>()
    .execute();
  return rows.map(({ id, specialty, otherSpecialties, ...job }) => ({
    id,
    job: { ...job, specialties: [specialty, ...otherSpecialties] },
  }));
}
