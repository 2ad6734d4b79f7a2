import { sql } from "kysely";
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

export interface AuditFilter {
  actorId: string | null;
  action: AuditAction | null;
  subjectId: string | null;
  /** Calendar days in UTC, "YYYY-MM-DD", both included. */
  from: string | null;
  to: string | null;
}

/** Entries the newest first, those before one given by its id: pages stay as they are while the log grows. */
export const listAuditEntries = (
  db: Db,
  { before, limit, ...filter }: AuditFilter & { before: number | null; limit: number },
) =>
  db
    .selectFrom("auditEntries")
    .leftJoin("users", "users.id", "auditEntries.actorId")
    .leftJoin("employers", "employers.id", "auditEntries.employerId")
    .select([
      "auditEntries.id",
      "auditEntries.createdAt",
      "auditEntries.actorId",
      "auditEntries.action",
      "auditEntries.subjectKind",
      "auditEntries.subjectId",
      "auditEntries.details",
      "users.name as actorName",
      "employers.name as employerName",
    ])
    .$if(filter.actorId !== null, (query) =>
      query.where("auditEntries.actorId", "=", filter.actorId),
    )
    .$if(filter.action !== null, (query) => query.where("auditEntries.action", "=", filter.action))
    .$if(filter.subjectId !== null, (query) =>
      query.where("auditEntries.subjectId", "=", filter.subjectId),
    )
    .$if(filter.from !== null, (query) =>
      query.where(
        "auditEntries.createdAt",
        ">=",
        sql<Date>`${filter.from}::date::timestamp at time zone 'utc'`,
      ),
    )
    .$if(filter.to !== null, (query) =>
      query.where(
        "auditEntries.createdAt",
        "<",
        sql<Date>`(${filter.to}::date + 1)::timestamp at time zone 'utc'`,
      ),
    )
    .$if(before !== null, (query) => query.where("auditEntries.id", "<", before ?? 0))
    .orderBy("auditEntries.id", "desc")
    .limit(limit)
    .execute();
