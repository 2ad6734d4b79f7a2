import { sql } from "kysely";
import type { ApplicationStage, RejectReason } from "#app/domain/application-stage.ts";
import type { Lack } from "#app/domain/knock-outs.ts";
import type { Match } from "#app/domain/match.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { ScreeningAnswer } from "#app/domain/screening.ts";
import type { Db } from "#db/client.ts";
import type { NewApplicationEvent } from "#db/schema/application-events.ts";
import { toJson } from "#db/schema/json-column.ts";

/**
 * Holds a job's row against every change of its status until the transaction ends, while other applicants hold
 * it too; answers its id, or null for an unknown slug.
 */
export async function holdJob(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom("jobs")
    .select("id")
    .where("slug", "=", slug)
    .forShare()
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface ApplicationToInsert {
  id: string;
  jobId: string;
  applicantId: string;
  coverNote: string;
  snapshot: ProfileSnapshot;
  resume: { fileId: string; filename: string } | null;
  match: Match;
  answers: readonly ScreeningAnswer[];
  lacks: readonly Lack[];
  /** Days the employer promised to answer within; null without a promise. */
  replyByDays: number | null;
}

/** Inserts an application with its promised day; null when this applicant has one for the job already. */
export async function insertApplication(
  db: Db,
  { snapshot, resume, match, answers, lacks, replyByDays, ...row }: ApplicationToInsert,
): Promise<{ replyBy: Date | null } | null> {
  const inserted = await db
    .insertInto("applications")
    .values({
      ...row,
      snapshot: toJson(snapshot),
      resumeFileId: resume?.fileId ?? null,
      resumeFilename: resume?.filename ?? null,
      matchScore: match.score,
      matchReasons: toJson(match.reasons),
      screeningAnswers: toJson(answers),
      knockOutFlags: toJson(lacks),
      replyBy:
        replyByDays === null ? null : sql<Date>`now() + make_interval(days => ${replyByDays})`,
    })
    .onConflict((conflict) => conflict.constraint("applications_once_per_job").doNothing())
    .returning("replyBy")
    .executeTakeFirst();
  return inserted ?? null;
}

/** Writes what happened; the applicant sees it at once unless it says otherwise. Answers the event's id. */
export async function insertApplicationEvent(
  db: Db,
  event: Omit<NewApplicationEvent, "id" | "createdAt" | "shownToApplicant"> & {
    shownToApplicant?: boolean;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("applicationEvents")
    .values({ shownToApplicant: true, ...event })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Moves an application that still stands where the member saw it; false when it does not. The first move is the
 * employer's answer.
 */
export async function updateStage(
  db: Db,
  seen: { id: string; from: ApplicationStage; version: number },
  { to, rejectReason = null }: { to: ApplicationStage; rejectReason?: RejectReason | null },
): Promise<boolean> {
  const row = await db
    .updateTable("applications")
    .set({
      stage: to,
      rejectReason,
      version: seen.version + 1,
      stageChangedAt: sql<Date>`now()`,
      firstReplyAt: sql<Date>`coalesce(first_reply_at, now())`,
    })
    .where("id", "=", seen.id)
    .where("stage", "=", seen.from)
    .where("version", "=", seen.version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks an open application as withdrawn; false when it had moved. `blankApplications` removes what it told. */
export async function markWithdrawn(
  db: Db,
  { id, from }: { id: string; from: ApplicationStage },
): Promise<boolean> {
  const row = await db
    .updateTable("applications")
    .set({
      stage: "withdrawn",
      version: sql<number>`version + 1`,
      stageChangedAt: sql<Date>`now()`,
      withdrawnAt: sql<Date>`now()`,
    })
    .where("id", "=", id)
    .where("stage", "=", from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Answers the note's id. */
export async function insertNote(
  db: Db,
  note: { applicationId: string; authorId: string; body: string },
): Promise<string> {
  const { id } = await db
    .insertInto("applicationNotes")
    .values(note)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
