import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface SessionsTable {
  /** SHA-256 of the cookie's token, hex: the stored value is useless as a cookie. */
  id: string;
  userId: string;
  createdAt: Generated<Date>;
  lastSeenAt: Generated<Date>;
  authenticatedAt: Generated<Date>;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
  /** The employer its person acts for; valid only while they are a member. */
  activeEmployerId: string | null;
}

export type Session = Selectable<SessionsTable>;
export type NewSession = Insertable<SessionsTable>;
export type SessionUpdate = Updateable<SessionsTable>;
