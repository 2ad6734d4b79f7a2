import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface ResumesTable {
  id: Generated<string>;
  userId: string;
  fileId: string;
  filename: string;
  /** The one an application starts with; at most one per applicant. */
  isDefault: Generated<boolean>;
  createdAt: Generated<Date>;
  removedAt: Date | null;
}

export type Resume = Selectable<ResumesTable>;
export type NewResume = Insertable<ResumesTable>;
export type ResumeUpdate = Updateable<ResumesTable>;
