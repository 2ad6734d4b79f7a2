import type { Generated } from "kysely";
import type { JsonColumn } from "./json-column.ts";

export interface JobTemplatesTable {
  id: Generated<string>;
  employerId: string;
  name: string;
  /** The job form's own field names and values, without a closing day. */
  form: JsonColumn<Record<string, string[]>>;
  savedBy: string | null;
  createdAt: Generated<Date>;
}
