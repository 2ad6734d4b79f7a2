import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface SearchOutboxTable {
  jobId: string;
  version: Generated<number>;
  markedAt: Generated<Date>;
  attempts: Generated<number>;
  lastError: string | null;
  deadAt: Date | null;
}

export type SearchOutboxRow = Selectable<SearchOutboxTable>;
export type NewSearchOutboxRow = Insertable<SearchOutboxTable>;
export type SearchOutboxRowUpdate = Updateable<SearchOutboxTable>;
