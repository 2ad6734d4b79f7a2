import type { OptionalMail } from "#app/domain/optional-mails.ts";
import type { Db } from "#db/client.ts";

/** Makes these the optional mails a person has stopped, and no others. */
export async function replaceStoppedMails(
  db: Db,
  { userId, mails }: { userId: string; mails: readonly OptionalMail[] },
): Promise<void> {
  await db.deleteFrom("stoppedMails").where("userId", "=", userId).execute();
  if (mails.length === 0) return;
  await db
    .insertInto("stoppedMails")
    .values(mails.map((mail) => ({ userId, mail })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The optional mails this person has stopped. */
export async function listStoppedMails(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("stoppedMails")
    .select("mail")
    .where("userId", "=", userId)
    .execute();
  return rows.map(({ mail }) => mail);
}

/** Whether this person wants none of these mails. */
export async function hasStoppedMail(
  db: Db,
  { userId, mail }: { userId: string; mail: OptionalMail },
): Promise<boolean> {
  const row = await db
    .selectFrom("stoppedMails")
    .select("mail")
    .where("userId", "=", userId)
    .where("mail", "=", mail)
    .executeTakeFirst();
  return row !== undefined;
}
