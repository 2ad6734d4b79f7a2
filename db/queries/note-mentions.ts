import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface MentionableMember {
  userId: string;
  name: string;
  address: string;
  /** Whether a mail about a mention may be sent: the address is confirmed and such mails are not stopped. */
  mailed: boolean;
}

/** The members of an employer a note may mention, by name. */
export async function listMentionable(db: Db, employerId: string): Promise<MentionableMember[]> {
  return db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select((eb) => [
      "users.id as userId",
      "users.name",
      "users.email as address",
      sql<boolean>`users.email_verified_at is not null and not ${eb.exists(
        eb
          .selectFrom("stoppedMails")
          .select("stoppedMails.userId")
          .whereRef("stoppedMails.userId", "=", "users.id")
          .where("stoppedMails.mail", "=", "note-mention"),
      )}`.as("mailed"),
    ])
    .where("employerMembers.employerId", "=", employerId)
    .where("users.suspendedAt", "is", null)
    .orderBy("users.name")
    .orderBy("users.id")
    .limit(500)
    .execute();
}

export async function insertMentions(
  db: Db,
  { noteId, userIds }: { noteId: string; userIds: readonly string[] },
): Promise<void> {
  if (userIds.length === 0) return;
  await db
    .insertInto("applicationNoteMentions")
    .values(userIds.map((userId) => ({ noteId, userId })))
    .execute();
}

interface Mine {
  userId: string;
  employerId: string;
}

const mentionsOf = (db: Db, { userId, employerId }: Mine, done: boolean) =>
  db
    .selectFrom("applicationNoteMentions")
    .innerJoin("applicationNotes", "applicationNotes.id", "applicationNoteMentions.noteId")
    .innerJoin("applications", "applications.id", "applicationNotes.applicationId")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .where("applicationNoteMentions.userId", "=", userId)
    .where("applicationNoteMentions.doneAt", done ? "is not" : "is", null)
    // A mention lasts as long as the membership: the notes of an employer are read by its members alone.
    .where("jobs.employerId", "=", employerId);

/** Notes that mention a member, newest first: those that wait, or those put aside. */
export async function listMentions(
  db: Db,
  { done, limit, offset = 0, ...mine }: Mine & { done: boolean; limit: number; offset?: number },
) {
  return mentionsOf(db, mine, done)
    .leftJoin("users as author", "author.id", "applicationNotes.authorId")
    .select([
      "applicationNoteMentions.noteId",
      "applicationNoteMentions.createdAt",
      "applicationNotes.body",
      "author.name as authorName",
      "applications.id as applicationId",
      "jobs.title as jobTitle",
      sql<string | null>`applications.snapshot ->> 'name'`.as("applicantName"),
    ])
    .orderBy("applicationNoteMentions.createdAt", "desc")
    .orderBy("applicationNoteMentions.noteId")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countMentions(
  db: Db,
  { done, ...mine }: Mine & { done: boolean },
): Promise<number> {
  const { count } = await mentionsOf(db, mine, done)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Puts a member's own mention aside, or takes it up again. */
export async function setMentionDone(
  db: Db,
  { noteId, userId, done }: { noteId: string; userId: string; done: boolean },
): Promise<void> {
  await db
    .updateTable("applicationNoteMentions")
    .set({ doneAt: done ? sql<Date>`now()` : null })
    .where("noteId", "=", noteId)
    .where("userId", "=", userId)
    .execute();
}
