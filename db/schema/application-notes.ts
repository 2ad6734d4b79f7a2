import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface ApplicationNotesTable {
  id: Generated<string>;
  applicationId: string;
  authorId: string | null;
  body: string;
  createdAt: Generated<Date>;
}

export type ApplicationNote = Selectable<ApplicationNotesTable>;
export type NewApplicationNote = Insertable<ApplicationNotesTable>;
export type ApplicationNoteUpdate = Updateable<ApplicationNotesTable>;
