import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { ImportStatus } from "#app/domain/job-import/import-row.ts";

export interface JobImportsTable {
  id: Generated<string>;
  employerId: string;
  createdBy: string | null;
  filename: string;
  kind: "csv" | "xml";
  fileId: string;
  status: Generated<ImportStatus>;
  /** Why the file could not be read, as a sentence. */
  failure: string | null;
  /** What was noticed about the whole file, as sentences. */
  notes: Generated<string[]>;
  rowsRead: Generated<number>;
  rowsImported: Generated<number>;
  includesIncomplete: Generated<boolean>;
  createdAt: Generated<Date>;
  finishedAt: Date | null;
}

export type JobImport = Selectable<JobImportsTable>;
export type NewJobImport = Insertable<JobImportsTable>;
export type JobImportUpdate = Updateable<JobImportsTable>;
