import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import {
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  renewSession,
  type SessionWithPerson,
} from "#db/queries/sessions.ts";

export interface SessionAttributes {
  ip: string | null;
  userAgent: string | null;
  /** Of sessions read back. */
  authenticatedAt?: Date;
  renewalDue?: boolean;
}

export type PersonAttributes = Pick<
  Viewer,
  "email" | "name" | "kind" | "emailVerified" | "membership" | "memberships"
>;

/**
 * Lucia over our `sessions` table: one query where its own adapter makes two, named columns, and the database's
 * clock for every expiry (the dates Lucia computes are not used). Ids arrive here already hashed.
 */
export function luciaAdapter(db: Db): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await findSession(db, id);
      return row ? [toSession(row), toUser(row)] : [null, null];
    },
    async setSession({ id, userId, attributes: { ip, userAgent } }) {
      await insertSession(db, { id, userId, ip, userAgent });
    },
    updateSessionExpiration: (id) => renewSession(db, id),
    deleteSession: (id) => deleteSession(db, id),
    async deleteUserSessions(userId) {
      await deleteSessionsOf(db, userId);
    },
    // Listing is a page of ours and purging a task: both have queries of their own.
    getUserSessions: () => Promise.resolve([]),
    deleteExpiredSessions: () => Promise.resolve(),
  };
}

const toSession = (row: SessionWithPerson): DatabaseSession => ({
  id: row.id,
  userId: row.userId,
  expiresAt: row.expiresAt,
  attributes: {
    ip: null,
    userAgent: null,
    authenticatedAt: row.authenticatedAt,
    renewalDue: row.renewalDue,
  },
});

const toUser = (row: SessionWithPerson): DatabaseUser => ({
  id: row.userId,
  attributes: {
    email: row.email,
    name: row.name,
    kind: row.kind,
    emailVerified: row.emailVerifiedAt !== null,
    membership: membershipOf(row),
    memberships: row.memberships ?? 0,
  },
});

function membershipOf({ activeEmployerId, ...row }: SessionWithPerson) {
  const { employerId, employerName, employerSlug, role, employerSuspendedAt } = row;
  // Removed from the employer acted for: never silently at work for another.
  if (activeEmployerId && activeEmployerId !== employerId) return null;
  if (!employerId || !employerName || !employerSlug || !role) return null;
  const suspended = employerSuspendedAt !== null;
  return { employerId, employerName, employerSlug, role, suspended };
}
