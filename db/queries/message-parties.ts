import { sql } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

/** Both ends of an application's thread, with all a message to either may say. */
export interface MessageParties {
  applicationId: string;
  stage: ApplicationStage;
  applicantId: string;
  /** As the application gave it; null once withdrawn. */
  sentName: string | null;
  applicantName: string;
  applicantEmail: string;
  jobId: string;
  jobTitle: string;
  employerId: string;
  employerName: string;
  employerSuspended: boolean;
  replyBy: Date | null;
}

const selectParties = (db: Db) =>
  db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .innerJoin("users", "users.id", "applications.applicantId")
    .select([
      "applications.id as applicationId",
      "applications.stage",
      "applications.applicantId",
      sql<string | null>`applications.snapshot ->> 'name'`.as("sentName"),
      "users.name as applicantName",
      "users.email as applicantEmail",
      "jobs.id as jobId",
      "jobs.title as jobTitle",
      "jobs.employerId",
      "employers.name as employerName",
      sql<boolean>`employers.suspended_at is not null`.as("employerSuspended"),
      "applications.replyBy",
    ]);

/** The parties of one application; null for an unknown id. */
export async function findParties(db: Db, applicationId: string): Promise<MessageParties | null> {
  const row = await selectParties(db)
    .where("applications.id", "=", applicationId)
    .executeTakeFirst();
  return row ?? null;
}

/** The same for several, their rows held in one order until the transaction ends; unknown ids are left out. */
export async function holdParties(
  db: Db,
  applicationIds: readonly string[],
): Promise<MessageParties[]> {
  if (applicationIds.length === 0) return [];
  return selectParties(db)
    .where("applications.id", "in", [...applicationIds])
    .orderBy("applications.id")
    .forUpdate("applications")
    .execute();
}

/** The parties of those of the applications that are this job's, by name. */
export async function listChosenParties(
  db: Db,
  { jobId, applicationIds }: { jobId: string; applicationIds: readonly string[] },
): Promise<MessageParties[]> {
  if (applicationIds.length === 0) return [];
  return selectParties(db)
    .where("applications.id", "in", [...applicationIds])
    .where("jobs.id", "=", jobId)
    .orderBy("sentName")
    .orderBy("applications.id")
    .execute();
}

/** An application of this employer to show a template by: the newest that still tells whose it is. */
export async function findExampleParties(
  db: Db,
  employerId: string,
): Promise<MessageParties | null> {
  const row = await selectParties(db)
    .where("jobs.employerId", "=", employerId)
    .where("applications.stage", "<>", "withdrawn")
    .where("applications.snapshot", "is not", null)
    .orderBy("applications.submittedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Members to mail about an applicant's message: those who write in its thread, or else everybody who answers
 * applications; never a viewer, nor whoever has stopped these mails.
 */
export async function listMembersToTell(
  db: Db,
  { applicationId, employerId }: { applicationId: string; employerId: string },
): Promise<{ name: string; address: string }[]> {
  const members = await db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select(({ exists, selectFrom }) => [
      "users.name",
      "users.email as address",
      exists(
        selectFrom("applicationMessages")
          .select("applicationMessages.id")
          .where("applicationMessages.applicationId", "=", applicationId)
          .where("applicationMessages.side", "=", "employer")
          .whereRef("applicationMessages.senderId", "=", "users.id"),
      ).as("writes"),
      exists(
        selectFrom("stoppedMails")
          .select("stoppedMails.mail")
          .whereRef("stoppedMails.userId", "=", "users.id")
          .where("stoppedMails.mail", "=", "new-message"),
      ).as("stopped"),
    ])
    .where("employerMembers.employerId", "=", employerId)
    .where("employerMembers.role", "in", ["owner", "recruiter"])
    .where("users.emailVerifiedAt", "is not", null)
    .where("users.suspendedAt", "is", null)
    .orderBy("users.email")
    .execute();
  const writers = members.filter(({ writes }) => writes);
  const told = writers.length > 0 ? writers : members;
  return told.filter(({ stopped }) => !stopped).map(({ name, address }) => ({ name, address }));
}
