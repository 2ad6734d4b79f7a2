import type { AuditAction, AuditSubject } from "#app/domain/audit.ts";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";

interface NewAuditEntry {
  /** Null: the board itself, or somebody without an account. */
  actorId: string | null;
  action: AuditAction;
  subjectKind: AuditSubject;
  subjectId: string | null;
  /** The employer it concerns, when there is one. */
  employerId?: string | null;
  /** What else an auditor needs: ids, roles, reasons. No names, addresses or texts of applicants: rows are kept. */
  details?: Record<string, unknown>;
}

/** Writes down who did what, in the caller's transaction: it is recorded if and only if it happened. */
export async function recordAudit(db: Db, entry: NewAuditEntry): Promise<void> {
  const { details = {}, employerId = null, ...rest } = entry;
  await db
    .insertInto("auditEntries")
    .values({ ...rest, employerId, details: toJson(details) })
    .execute();
}
