import type { Generated } from "kysely";

export interface ApplicationNoteMentionsTable {
  noteId: string;
  userId: string;
  createdAt: Generated<Date>;
  /** When the mentioned member put it aside; null while it waits. */
  doneAt: Date | null;
}
