import { sql } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { IS_PUBLISHED } from "./job-scopes.ts";

const APPLICATION = [
  "applications.id",
  "applications.applicantId",
  "applications.stage",
  "applications.version",
  "applications.coverNote",
  "applications.snapshot",
  "applications.resumeFilename",
  "applications.matchScore",
  "applications.matchReasons",
  "applications.screeningAnswers",
  "applications.knockOutFlags",
  "applications.rejectReason",
  "applications.submittedAt",
  "applications.stageChangedAt",
  "applications.replyBy",
  "applications.firstReplyAt",
  "applications.unansweredAt",
  "applications.withdrawnAt",
] as const;

const selectPage = (db: Db) =>
  db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select(APPLICATION)
    .select([
      "jobs.id as jobId",
      "jobs.title as jobTitle",
      "jobs.slug as jobSlug",
      "jobs.status as jobStatus",
      "jobs.closeReason as jobCloseReason",
      "jobs.hiddenAt as jobHiddenAt",
      sql<boolean>`employers.suspended_at is not null`.as("employerSuspended"),
      "employers.name as employerName",
      "employers.slug as employerSlug",
      IS_PUBLISHED.as("jobOpen"),
      // Without a first answer the promise is late from that day on; with one, it was late if it came after.
      sql<boolean>`coalesce(applications.first_reply_at, now()) > applications.reply_by`.as(
        "replyLate",
      ),
    ]);

/** One of the applicant's own applications with its job; null for an unknown id and for anyone else's. */
export async function findOwnApplication(
  db: Db,
  { id, applicantId }: { id: string; applicantId: string },
) {
  const row = await selectPage(db)
    .where("applications.id", "=", id)
    .where("applications.applicantId", "=", applicantId)
    .executeTakeFirst();
  return row ?? null;
}

/** An application to one of this employer's jobs; null for an unknown id and for another employer's. */
export async function findEmployerApplication(
  db: Db,
  { id, employerId }: { id: string; employerId: string },
) {
  const row = await selectPage(db)
    .where("applications.id", "=", id)
    .where("jobs.employerId", "=", employerId)
    .executeTakeFirst();
  return row ?? null;
}

export type ApplicationPageRow = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;

export interface TimelineRow {
  id: string;
  kind:
    | "submitted"
    | "moved"
    | "rejected"
    | "withdrawn"
    | "job-closed"
    | "resume-opened"
    | "unanswered";
  fromStage: ApplicationStage | null;
  toStage: ApplicationStage | null;
  message: string;
  createdAt: Date;
  actorName: string | null;
}

/** What happened to an application, oldest first; to its applicant, what they have been told of. */
export async function listTimeline(
  db: Db,
  applicationId: string,
  reader: "applicant" | "employer",
): Promise<TimelineRow[]> {
  return db
    .selectFrom("applicationEvents")
    .leftJoin("users", "users.id", "applicationEvents.actorId")
    .select([
      "applicationEvents.id",
      "applicationEvents.kind",
      "applicationEvents.fromStage",
      "applicationEvents.toStage",
      "applicationEvents.message",
      "applicationEvents.createdAt",
      "users.name as actorName",
    ])
    .where("applicationEvents.applicationId", "=", applicationId)
    .$if(reader === "applicant", (query) =>
      query.where("applicationEvents.shownToApplicant", "=", true),
    )
    .orderBy("applicationEvents.createdAt")
    .orderBy("applicationEvents.id")
    .limit(500)
    .execute();
}

/** The employer's private notes on an application, newest first. */
export async function listNotes(db: Db, applicationId: string) {
  return db
    .selectFrom("applicationNotes")
    .leftJoin("users", "users.id", "applicationNotes.authorId")
    .select((eb) => [
      "applicationNotes.id",
      "applicationNotes.body",
      "applicationNotes.createdAt",
      "users.name as authorName",
      jsonArrayFrom(
        eb
          .selectFrom("applicationNoteMentions")
          .innerJoin("users as told", "told.id", "applicationNoteMentions.userId")
          .select("told.name")
          .whereRef("applicationNoteMentions.noteId", "=", "applicationNotes.id")
          .orderBy("told.name"),
      ).as("told"),
    ])
    .where("applicationNotes.applicationId", "=", applicationId)
    .orderBy("applicationNotes.createdAt", "desc")
    .limit(200)
    .execute();
}
