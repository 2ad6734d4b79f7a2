import type { Generated } from "kysely";
import type { JsonColumn } from "./json-column.ts";

/** The fields of the apply form by name, as typed. */
export interface DraftForm {
  resumeId?: string;
  coverNote?: string;
}

export interface ApplicationDraftsTable {
  userId: string;
  jobId: string;
  step: Generated<"edit" | "review">;
  form: JsonColumn<DraftForm>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  remindedAt: Date | null;
}
