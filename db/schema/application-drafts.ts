import type { Generated } from "kysely";
import type { JsonColumn } from "./json-column.ts";

export interface ApplicationDraftsTable {
  userId: string;
  jobId: string;
  step: Generated<"edit" | "review">;
  /** The fields of the apply form by name, as typed. */
  form: JsonColumn<Record<string, string[]>>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  remindedAt: Date | null;
}
