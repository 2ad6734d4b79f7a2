import { sql } from "kysely";
import { otherSide, type ThreadSide } from "#app/domain/message-thread.ts";
import type { Db } from "#db/client.ts";

const WORDS_SHOWN = 160;

interface NewMessage {
  id: string;
  applicationId: string;
  employerId: string;
  applicantId: string;
  senderId: string;
  side: ThreadSide;
  body: string;
}

/** Adds a message to its thread, in one piece with the thread's sum. The application's row must be held. */
export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  const { employerId, applicantId, ...row } = message;
  const { createdAt } = await db
    .insertInto("applicationMessages")
    .values(row)
    .returning("createdAt")
    .executeTakeFirstOrThrow();
  const last = {
    lastMessageAt: createdAt,
    lastSide: row.side,
    lastWords: row.body.replace(/\s+/g, " ").slice(0, WORDS_SHOWN).toWellFormed(),
  };
  await db
    .insertInto("messageThreads")
    .values({
      applicationId: row.applicationId,
      employerId,
      applicantId,
      ...last,
      employerUnread: row.side === "applicant" ? 1 : 0,
      applicantUnread: row.side === "employer" ? 1 : 0,
    })
    .onConflict((conflict) =>
      conflict.column("applicationId").doUpdateSet({
        ...last,
        employerUnread: sql<number>`message_threads.employer_unread + excluded.employer_unread`,
        applicantUnread: sql<number>`message_threads.applicant_unread + excluded.applicant_unread`,
      }),
    )
    .execute();
}

export interface ThreadMessage {
  id: string;
  side: ThreadSide;
  body: string;
  createdAt: Date;
  /** null when the other side may not be told, or has not read it. */
  readAt: Date | null;
  senderId: string | null;
  senderName: string | null;
}

/** One window of a thread, the last message first; `readAt` only where its reader agreed to it, then and now. */
export async function listMessages(
  db: Db,
  { applicationId, limit, offset }: { applicationId: string; limit: number; offset: number },
): Promise<ThreadMessage[]> {
  return db
    .selectFrom("applicationMessages as messages")
    .innerJoin("applications", "applications.id", "messages.applicationId")
    .innerJoin("users as applicants", "applicants.id", "applications.applicantId")
    .leftJoin("users as senders", "senders.id", "messages.senderId")
    .select([
      "messages.id",
      "messages.side",
      "messages.body",
      "messages.createdAt",
      "messages.senderId",
      "senders.name as senderName",
      sql<Date | null>`case when messages.side = 'employer' and messages.receipt and applicants.read_receipts
        then messages.read_at end`.as("readAt"),
    ])
    .where("messages.applicationId", "=", applicationId)
    .orderBy("messages.createdAt", "desc")
    .orderBy("messages.id")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countMessages(db: Db, applicationId: string): Promise<number> {
  const row = await db
    .selectFrom("applicationMessages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("applicationId", "=", applicationId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Notes that `reader` has had the thread before its eyes up to `until`, the newest message it was shown: one that
 * came meanwhile stays unread. Keeps the permission to tell the writer with the reading.
 */
export async function markRead(
  db: Db,
  { applicationId, reader, until }: { applicationId: string; reader: ThreadSide; until: Date },
): Promise<void> {
  const column = reader === "employer" ? "employer_unread" : "applicant_unread";
  // One statement that counts down by what it read: a count anew would miss a message committed while it waits.
  await sql`
    with seen as (
      update application_messages set read_at = clock_timestamp(), receipt = (
        select users.read_receipts from applications join users on users.id = applications.applicant_id
        where applications.id = application_messages.application_id)
      where application_id = ${applicationId} and side = ${otherSide(reader)} and read_at is null
        -- a JavaScript date has no microseconds
        and created_at < ${new Date(until.getTime() + 1)}
      returning 1
    ), sum as (select count(*)::int as read from seen)
    update message_threads set ${sql.ref(column)} = greatest(0, ${sql.ref(column)} - sum.read)
    from sum where application_id = ${applicationId} and sum.read > 0`.execute(db);
}

/** Whether this applicant lets employers know when a message has been read. */
export async function findReadReceipts(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("users")
    .select("readReceipts")
    .where("id", "=", userId)
    .executeTakeFirst();
  return row?.readReceipts ?? false;
}

export async function updateReadReceipts(
  db: Db,
  { userId, on }: { userId: string; on: boolean },
): Promise<void> {
  await db.updateTable("users").set({ readReceipts: on }).where("id", "=", userId).execute();
}

/** The employer's first message is its answer, as its first move is. */
export async function markReplied(db: Db, applicationId: string): Promise<void> {
  await db
    .updateTable("applications")
    .set({ firstReplyAt: sql<Date>`now()` })
    .where("id", "=", applicationId)
    .where("firstReplyAt", "is", null)
    .execute();
}
