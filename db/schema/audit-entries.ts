import type { Generated, Selectable } from "kysely";
import type { AuditAction, AuditSubject } from "#app/domain/audit.ts";
import type { JsonColumn } from "./json-column.ts";

/** Append-only: the database refuses updates, and deletes but those of `purge_audit_entries`. */
export interface AuditEntriesTable {
  /** Grows with time: what pages go by. */
  id: Generated<number>;
  createdAt: Generated<Date>;
  /** Null: the board itself, or somebody without an account. May name an account that is gone. */
  actorId: string | null;
  action: AuditAction;
  subjectKind: AuditSubject;
  subjectId: string | null;
  employerId: string | null;
  details: JsonColumn<Record<string, unknown>>;
}

export type AuditEntry = Selectable<AuditEntriesTable>;
