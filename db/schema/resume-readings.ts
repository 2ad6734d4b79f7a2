import type { Generated } from "kysely";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";
import type { JsonColumn } from "./json-column.ts";

export interface ResumeReadingsTable {
  resumeId: string;
  /** "waiting" from the request until the worker is done. */
  status: Generated<"waiting" | "read" | "unreadable">;
  /** The sentence that says why it could not be read; null otherwise. */
  failure: string | null;
  pageCount: number | null;
  /** True when the document was longer than what is read of it. */
  isCut: Generated<boolean>;
  proposals: JsonColumn<Proposal[] | null>;
  requestedAt: Generated<Date>;
  finishedAt: Date | null;
}
