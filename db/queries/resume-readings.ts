import { sql } from "kysely";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";

export interface ResumeReading {
  status: "waiting" | "read" | "unreadable";
  failure: string | null;
  pageCount: number | null;
  isCut: boolean;
  proposals: Proposal[] | null;
  requestedAt: Date;
  finishedAt: Date | null;
}

/** What was read from one of this applicant's résumés; null when nobody asked for it. */
export async function findReading(
  db: Db,
  { userId, resumeId }: { userId: string; resumeId: string },
): Promise<ResumeReading | null> {
  const row = await db
    .selectFrom("resumeReadings as r")
    .innerJoin("resumes", "resumes.id", "r.resumeId")
    .select([
      "r.status",
      "r.failure",
      "r.pageCount",
      "r.isCut",
      "r.proposals",
      "r.requestedAt",
      "r.finishedAt",
    ])
    .where("r.resumeId", "=", resumeId)
    .where("resumes.userId", "=", userId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Notes that a résumé is to be read. False when that was noted less than a minute ago and is still waited for: the
 * second press of a button asks for nothing new.
 */
export async function requestReading(db: Db, resumeId: string): Promise<boolean> {
  const row = await db
    .insertInto("resumeReadings")
    .values({ resumeId, status: "waiting" })
    .onConflict((conflict) =>
      conflict
        .column("resumeId")
        .doUpdateSet({
          status: "waiting",
          failure: null,
          pageCount: null,
          isCut: false,
          proposals: null,
          requestedAt: sql`now()`,
          finishedAt: null,
        })
        .where(({ or, eb }) =>
          or([
            eb("resumeReadings.status", "!=", "waiting"),
            eb("resumeReadings.requestedAt", "<", sql<Date>`now() - interval '1 minute'`),
          ]),
        ),
    )
    .returning("resumeId")
    .executeTakeFirst();
  return row !== undefined;
}

/** The stored bytes of a résumé that waits to be read; null when it is gone or was read meanwhile. */
export async function findResumeToRead(
  db: Db,
  resumeId: string,
): Promise<{ storageKey: string; contentType: string; byteSize: number } | null> {
  const row = await db
    .selectFrom("resumeReadings as r")
    .innerJoin("resumes", "resumes.id", "r.resumeId")
    .innerJoin("files", "files.id", "resumes.fileId")
    .select(["files.storageKey", "files.contentType", "files.byteSize"])
    .where("r.resumeId", "=", resumeId)
    .where("r.status", "=", "waiting")
    .executeTakeFirst();
  return row ?? null;
}

export type ReadingResult =
  | { proposals: Proposal[]; pageCount: number | null; isCut: boolean }
  | { failure: string };

/** Keeps what came of a reading, if it is still waited for. */
export async function finishReading(
  db: Db,
  resumeId: string,
  result: ReadingResult,
): Promise<void> {
  const columns =
    "failure" in result
      ? { status: "unreadable" as const, failure: result.failure }
      : {
          status: "read" as const,
          proposals: toJson(result.proposals),
          pageCount: result.pageCount,
          isCut: result.isCut,
        };
  await db
    .updateTable("resumeReadings")
    .set({ ...columns, finishedAt: sql`now()` })
    .where("resumeId", "=", resumeId)
    .where("status", "=", "waiting")
    .execute();
}
