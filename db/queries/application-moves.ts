import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

export interface StageChange {
  id: string;
  kind: "moved" | "rejected" | "withdrawn";
  fromStage: ApplicationStage | null;
  toStage: ApplicationStage | null;
  actorId: string | null;
  actorName: string | null;
  createdAt: Date;
}

/** The last changes of an application's stage, newest first. */
export async function listStageChanges(
  db: Db,
  applicationId: string,
  limit: number,
): Promise<StageChange[]> {
  const rows = await db
    .selectFrom("applicationEvents")
    .leftJoin("users", "users.id", "applicationEvents.actorId")
    .select([
      "applicationEvents.id",
      "applicationEvents.kind",
      "applicationEvents.fromStage",
      "applicationEvents.toStage",
      "applicationEvents.actorId",
      "users.name as actorName",
      "applicationEvents.createdAt",
    ])
    .where("applicationEvents.applicationId", "=", applicationId)
    .where("applicationEvents.kind", "in", ["moved", "rejected", "withdrawn"])
    .orderBy("applicationEvents.createdAt", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as StageChange["kind"] }));
}

/** An application of a job by the name it was sent under; null once withdrawn. */
export async function findMoved(
  db: Db,
  { applicationId, jobId }: { applicationId: string; jobId: string },
): Promise<{ name: string; version: number } | null> {
  const row = await db
    .selectFrom("applications")
    .select(["snapshot", "version"])
    .where("id", "=", applicationId)
    .where("jobId", "=", jobId)
    .executeTakeFirst();
  return row?.snapshot ? { name: row.snapshot.name, version: row.version } : null;
}

/** The stage an applicant has last been told of. */
export async function findToldStage(db: Db, applicationId: string): Promise<ApplicationStage> {
  const told = await db
    .selectFrom("applicationEvents")
    .select("toStage")
    .where("applicationId", "=", applicationId)
    .where("kind", "in", ["moved", "rejected", "withdrawn"])
    .where("shownToApplicant", "=", true)
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return told?.toStage ?? "submitted";
}

/** Lets the applicant see an event that was held back. */
export async function showEvent(db: Db, eventId: string): Promise<void> {
  await db
    .updateTable("applicationEvents")
    .set({ shownToApplicant: true })
    .where("id", "=", eventId)
    .execute();
}
