import type { Generated } from "kysely";
import type { JsonColumn } from "./json-column.ts";

export interface KeptJsonResumesTable {
  userId: string;
  /** As imported, whole; what of it is not in the profile by choice is left out on export. */
  document: JsonColumn<Record<string, unknown>>;
  /** The account's name and address then: once they change, the document's no longer stand for them. */
  accountName: string;
  accountEmail: string;
  importedAt: Generated<Date>;
}
