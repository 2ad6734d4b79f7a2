import { sql } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";
import { ofGoodStanding } from "./member-standing.ts";

/** An application with the people and words every answer to it needs. */
export interface AnswerableApplication {
  id: string;
  stage: ApplicationStage;
  version: number;
  applicantId: string;
  applicantName: string;
  applicantEmail: string;
  jobId: string;
  jobTitle: string;
  employerId: string;
  employerName: string;
}

const selectAnswerable = (db: Db) =>
  db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .innerJoin("users", "users.id", "applications.applicantId")
    .select([
      "applications.id",
      "applications.stage",
      "applications.version",
      "applications.applicantId",
      "users.name as applicantName",
      "users.email as applicantEmail",
      "jobs.id as jobId",
      "jobs.title as jobTitle",
      "jobs.employerId",
      "employers.name as employerName",
    ]);

/** The application with its parties, its row held until the transaction ends; null for an unknown id. */
export async function holdApplication(db: Db, id: string): Promise<AnswerableApplication | null> {
  const row = await selectAnswerable(db)
    .where("applications.id", "=", id)
    .forUpdate("applications")
    .executeTakeFirst();
  return row ?? null;
}

/** As `holdApplication`, without holding it: for looking before anything is written. */
export async function findAnswerable(db: Db, id: string): Promise<AnswerableApplication | null> {
  const row = await selectAnswerable(db).where("applications.id", "=", id).executeTakeFirst();
  return row ?? null;
}

/** Members who answer applications and can be mailed: owners and recruiters with a verified address. */
export async function listAnsweringMembers(
  db: Db,
  employerId: string,
): Promise<{ name: string; address: string }[]> {
  return db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select(["users.name", "users.email as address"])
    .where("employerMembers.employerId", "=", employerId)
    .where("employerMembers.role", "in", ["owner", "recruiter"])
    .where("users.emailVerifiedAt", "is not", null)
    .where("users.suspendedAt", "is", null)
    .where(ofGoodStanding())
    .orderBy("users.email")
    .execute();
}

export interface WaitingApplicant {
  id: string;
  stage: ApplicationStage;
  name: string;
  address: string;
}

/** Up to `limit` open applications of an ended job whose timeline does not say so yet, held for this pass. */
export async function holdUntoldApplications(
  db: Db,
  { jobId, open, limit }: { jobId: string; open: readonly ApplicationStage[]; limit: number },
): Promise<WaitingApplicant[]> {
  return db
    .selectFrom("applications")
    .innerJoin("users", "users.id", "applications.applicantId")
    .select(["applications.id", "applications.stage", "users.name", "users.email as address"])
    .where("applications.jobId", "=", jobId)
    .where("applications.stage", "in", [...open])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("applicationEvents")
            .select("applicationEvents.id")
            .whereRef("applicationEvents.applicationId", "=", "applications.id")
            .where("applicationEvents.kind", "=", "job-closed")
            // A job that came back ends anew.
            .where(
              sql<boolean>`application_events.created_at >= coalesce((select reposted_at from jobs where id = applications.job_id), '-infinity')`,
            ),
        ),
      ),
    )
    .orderBy("applications.id")
    .limit(limit)
    .forUpdate("applications")
    .execute();
}

/**
 * How a job ended, for those who wait; null while it is open or unknown. Its row is held, so that two passes over
 * its applications follow one another: a lock on the applications alone would let the second read them untold.
 */
export async function holdEndedJob(
  db: Db,
  jobId: string,
): Promise<{
  title: string;
  slug: string;
  status: JobStatus;
  closeReason: string | null;
  employerName: string;
} | null> {
  const row = await db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "jobs.title",
      "jobs.slug",
      "jobs.status",
      "jobs.closeReason",
      "employers.name as employerName",
    ])
    .where("jobs.id", "=", jobId)
    .where("jobs.status", "in", ["closed", "expired"])
    .forNoKeyUpdate("jobs")
    .executeTakeFirst();
  return row ?? null;
}
