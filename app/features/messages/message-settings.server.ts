import type { Deps } from "#app/platform/deps.server.ts";
import { findReadReceipts, updateReadReceipts } from "#db/queries/messages.ts";
import { deleteStoppedMail, hasStoppedMail, insertStoppedMail } from "#db/queries/stopped-mails.ts";

interface MessageSettings {
  /** Whether messages also come by mail. */
  mailed: boolean;
  /** Whether employers learn when they have been read; of no effect for members. */
  readReceipts: boolean;
}

export async function readMessageSettings(
  { db }: Pick<Deps, "db">,
  userId: string,
): Promise<MessageSettings> {
  return {
    mailed: !(await hasStoppedMail(db, { userId, mail: "new-message" })),
    readReceipts: await findReadReceipts(db, userId),
  };
}

export async function saveMessageSettings(
  { db }: Pick<Deps, "db">,
  { userId, mailed, readReceipts }: MessageSettings & { userId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await updateReadReceipts(trx, { userId, on: readReceipts });
    await (mailed ? deleteStoppedMail : insertStoppedMail)(trx, { userId, mail: "new-message" });
  });
}
