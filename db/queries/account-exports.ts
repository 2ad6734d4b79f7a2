import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import type { NewStoredFile } from "#db/schema/files.ts";

export interface AccountExport {
  id: string;
  requestedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
  byteSize: number | null;
}

/** The last export a person asked for that can still be had or is being made; null without one. */
export async function findLastExport(db: Db, userId: string): Promise<AccountExport | null> {
  const row = await db
    .selectFrom("accountExports")
    .leftJoin("files", "files.id", "accountExports.fileId")
    .select([
      "accountExports.id",
      "accountExports.requestedAt",
      "accountExports.readyAt",
      "accountExports.expiresAt",
      "files.byteSize",
    ])
    .where("accountExports.userId", "=", userId)
    .where((eb) => eb.or([eb("expiresAt", "is", null), eb("expiresAt", ">", sql<Date>`now()`)]))
    .orderBy("accountExports.requestedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Asks for an export unless one was asked for in the last `pauseHours`; answers the new one's id, else null. */
export async function insertExport(
  db: Db,
  { userId, pauseHours }: { userId: string; pauseHours: number },
): Promise<string | null> {
  // The person's own row, so that two clicks ask one after the other.
  await db.selectFrom("users").select("id").where("id", "=", userId).forUpdate().execute();
  const { rows } = await sql<{ id: string }>`
    insert into account_exports (user_id) select ${userId} where not exists (
      select from account_exports where user_id = ${userId}
        and requested_at > now() - make_interval(hours => ${pauseHours}))
    returning id`.execute(db);
  return rows[0]?.id ?? null;
}

/** Whose export it is; null when it was made already or is gone. */
export async function findWaitingExport(db: Db, id: string): Promise<{ userId: string } | null> {
  const row = await db
    .selectFrom("accountExports")
    .select("userId")
    .where("id", "=", id)
    .where("readyAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts the made file under its export for so many days; false when the export is gone or was made already. */
export async function finishExport(
  db: Db,
  { id, file, days }: { id: string; file: NewStoredFile; days: number },
): Promise<boolean> {
  const waiting = await db
    .selectFrom("accountExports")
    .select("id")
    .where("id", "=", id)
    .where("readyAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!waiting) return false;
  const { id: fileId } = await db
    .insertInto("files")
    .values(file)
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("accountExports")
    .set({
      fileId,
      readyAt: sql<Date>`now()`,
      expiresAt: sql<Date>`now() + make_interval(days => ${days})`,
    })
    .where("id", "=", id)
    .execute();
  return true;
}

/** The file of a person's own export, while it can be had. */
export async function findExportFile(
  db: Db,
  { id, userId }: { id: string; userId: string },
): Promise<{ storageKey: string; contentType: string; byteSize: number } | null> {
  const row = await db
    .selectFrom("accountExports")
    .innerJoin("files", "files.id", "accountExports.fileId")
    .select(["files.storageKey", "files.contentType", "files.byteSize"])
    .where("accountExports.id", "=", id)
    .where("accountExports.userId", "=", userId)
    .where("accountExports.expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return row ?? null;
}
