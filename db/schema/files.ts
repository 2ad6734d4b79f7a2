import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface FilesTable {
  id: Generated<string>;
  storageKey: string;
  contentType: string;
  byteSize: number;
  sha256: string;
  createdAt: Generated<Date>;
}

export type StoredFile = Selectable<FilesTable>;
export type NewStoredFile = Insertable<FilesTable>;
export type StoredFileUpdate = Updateable<FilesTable>;
