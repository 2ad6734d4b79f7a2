import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { RowOutcome, RowProblem } from "#app/domain/job-import/import-row.ts";
import type { StatedFamily } from "#app/domain/job-import/stated-families.ts";
import type { JsonColumn } from "./json-column.ts";

export interface JobImportRowsTable {
  importId: string;
  position: number;
  /** Line of the file it starts on, from 1. */
  line: number;
  reference: string | null;
  title: string;
  outcome: RowOutcome;
  /** Why it becomes no draft, as a sentence. */
  reason: string | null;
  formValues: JsonColumn<Record<string, string[]>>;
  problems: JsonColumn<RowProblem[]>;
  families: JsonColumn<StatedFamily[]>;
  /** The draft made of it, or the job that has its reference. */
  jobId: string | null;
  /** Whether the import is done with it, whatever became of the job since. */
  settled: Generated<boolean>;
}

export type JobImportRow = Selectable<JobImportRowsTable>;
export type NewJobImportRow = Insertable<JobImportRowsTable>;
export type JobImportRowUpdate = Updateable<JobImportRowsTable>;
