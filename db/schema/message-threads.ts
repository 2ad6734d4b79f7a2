import type { Generated } from "kysely";
import type { ThreadSide } from "#app/domain/message-thread.ts";

/** The sum of an application's messages, kept with each of them. */
export interface MessageThreadsTable {
  applicationId: string;
  employerId: string;
  applicantId: string;
  lastMessageAt: Date;
  lastSide: ThreadSide;
  /** The beginning of the last message, on one line. */
  lastWords: string;
  employerUnread: Generated<number>;
  applicantUnread: Generated<number>;
}
