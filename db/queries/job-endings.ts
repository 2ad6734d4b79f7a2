import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

/** An applicant whose application was open when its job ended. */
export interface LeftWaiting {
  applicationId: string;
  name: string;
  email: string;
  jobTitle: string;
  employerName: string;
}

/**
 * Writes "job-closed" on the timeline of every open application of these jobs, and answers whom to tell. The stage
 * stays: the employer may still answer. In the transaction that ends the jobs.
 */
export async function insertJobClosedEvents(
  db: Db,
  jobIds: readonly string[],
  open: readonly ApplicationStage[],
): Promise<LeftWaiting[]> {
  if (jobIds.length === 0) return [];
  const waiting = await db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .innerJoin("users", "users.id", "applications.applicantId")
    .select([
      "applications.id as applicationId",
      "applications.stage",
      "users.name",
      "users.email",
      "jobs.title as jobTitle",
      "employers.name as employerName",
    ])
    .where("applications.jobId", "in", [...jobIds])
    .where("applications.stage", "in", [...open])
    .orderBy("applications.id")
    .execute();
  if (waiting.length === 0) return [];
  await db
    .insertInto("applicationEvents")
    .values(
      waiting.map(({ applicationId, stage }) => ({
        applicationId,
        actorId: null,
        kind: "job-closed" as const,
        fromStage: stage,
        toStage: stage,
        shownToApplicant: true,
      })),
    )
    .execute();
  return waiting.map(({ stage: _stage, ...one }) => one);
}
