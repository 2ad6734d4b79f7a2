import type { Db } from "#db/client.ts";

/** Mails a person may stop, by name. */
export type OptionalMail = "draft-reminder" | "saved-job-ended";

export async function insertStoppedMail(
  db: Db,
  { userId, mail }: { userId: string; mail: OptionalMail },
): Promise<void> {
  await db
    .insertInto("stoppedMails")
    .values({ userId, mail })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteStoppedMail(
  db: Db,
  { userId, mail }: { userId: string; mail: OptionalMail },
): Promise<void> {
  await db
    .deleteFrom("stoppedMails")
    .where("userId", "=", userId)
    .where("mail", "=", mail)
    .execute();
}

/** The optional mails this person has stopped. */
export async function listStoppedMails(db: Db, userId: string): Promise<OptionalMail[]> {
  const rows = await db
    .selectFrom("stoppedMails")
    .select("mail")
    .where("userId", "=", userId)
    .execute();
  return rows.map(({ mail }) => mail as OptionalMail);
}
