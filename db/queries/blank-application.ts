import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";

/**
 * Removes from applications everything that tells of the person: the one place that knows where such things are. The
 * rows stay, with their stages and times, for the employer's numbers. Whoever adds a table with personal data of an
 * application adds its line here.
 */
export async function blankApplications(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("applications")
    .set({
      coverNote: "",
      snapshot: null,
      resumeFileId: null,
      resumeFilename: null,
      matchScore: 0,
      matchReasons: toJson([]),
      screeningAnswers: toJson([]),
      knockOutFlags: toJson([]),
    })
    .where("id", "in", [...ids])
    .execute();
  await deleteRows(db, ids, ["applicationNotes", "applicationRatings"]);
}

async function deleteRows(
  db: Db,
  ids: readonly string[],
  tables: readonly (
    | "applicationNotes"
    | "applicationRatings"
    | "applicationMessages"
    | "messageThreads"
  )[],
): Promise<void> {
  for (const table of tables) {
    await db
      .deleteFrom(table)
      .where("applicationId", "in", [...ids])
      .execute();
  }
}

/**
 * Removes the words exchanged along the way as well, for whoever leaves the board: they often name the person. A
 * withdrawal alone keeps them readable for both.
 */
export async function blankTimelines(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteRows(db, ids, ["applicationMessages", "messageThreads"]);
  await db
    .updateTable("applicationEvents")
    .set({ message: "" })
    .where("applicationId", "in", [...ids])
    .where("message", "<>", "")
    .execute();
  await db
    .updateTable("applications")
    .set({ blankedAt: sql<Date>`now()` })
    .where("id", "in", [...ids])
    .execute();
}
