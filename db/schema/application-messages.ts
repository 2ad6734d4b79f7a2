import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { ThreadSide } from "#app/domain/message-thread.ts";

export interface ApplicationMessagesTable {
  id: Generated<string>;
  applicationId: string;
  /** null once the account is gone. */
  senderId: string | null;
  side: ThreadSide;
  body: string;
  createdAt: Generated<Date>;
  /** When the other side first had it before its eyes. */
  readAt: Date | null;
  /** Whether the writer may be told so. */
  receipt: Generated<boolean>;
}

export type ApplicationMessage = Selectable<ApplicationMessagesTable>;
export type NewApplicationMessage = Insertable<ApplicationMessagesTable>;
export type ApplicationMessageUpdate = Updateable<ApplicationMessagesTable>;
