import { createHash, randomBytes } from "node:crypto";
import { Lucia, TimeSpan } from "lucia";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import { pointSession, replaceSession } from "#db/queries/sessions.ts";
import {
  luciaAdapter,
  type PersonAttributes,
  type SessionAttributes,
} from "./lucia-adapter.server.ts";
import { readSessionToken, sessionCookie } from "./session-cookie.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

// Renewal is ours (hourly, within an absolute lifetime): a span of nothing keeps Lucia from doing its own.
const luciaOver = (db: Db) =>
  new Lucia(luciaAdapter(db), {
    sessionExpiresIn: new TimeSpan(0, "s"),
    getSessionAttributes: ({ authenticatedAt, renewalDue }) => ({ authenticatedAt, renewalDue }),
    getUserAttributes: (attributes) => attributes,
  });

/** What the database knows a session by: SHA-256 of the cookie's token, so a stolen table opens nothing. */
const sessionIdOf = (token: string): string => createHash("sha256").update(token).digest("hex");

interface Site {
  db: Db;
  origin: string;
}

/** Who is asking, by the Cookie header; null for strangers, ended sessions and suspended people. */
export async function resolveViewer(
  { db, origin }: Site,
  cookieHeader: string | null | undefined,
): Promise<Viewer | null> {
  const token = readSessionToken({ origin }, cookieHeader);
  if (!token) return null;
  const lucia = luciaOver(db);
  const { session, user } = await lucia.validateSession(sessionIdOf(token));
  if (!session) return null;
  if (session.renewalDue) await luciaAdapter(db).updateSessionExpiration(session.id, new Date());
  const { id: userId, email, name, kind, emailVerified, membership, memberships } = user;
  return {
    userId,
    sessionId: session.id,
    email,
    name,
    kind,
    emailVerified,
    membership,
    memberships,
    authenticatedAt: session.authenticatedAt ?? new Date(0),
  };
}

/** Whether a request carries what looks like a session: cheap, for choosing whom to shed and what to cache. */
export const isSignedIn = (site: { origin: string }, cookieHeader: string | undefined): boolean =>
  readSessionToken(site, cookieHeader) !== null;

/** The device a session is opened on, as its owner will see it listed. */
export interface Device {
  ip: string;
  userAgent: string;
}

/** Opens a session under a fresh token; returns the Set-Cookie value. */
export async function startSession(
  { db, origin }: Site,
  userId: string,
  { ip, userAgent }: Device,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await luciaOver(db).createSession(userId, { ip, userAgent }, { sessionId: sessionIdOf(token) });
  return sessionCookie({ origin }, token);
}

/**
 * Points a session at an employer its person has just become a member of, under a fresh token: what the old one
 * opened was worth less. Returns the Set-Cookie value.
 */
export async function startActingFor(
  { db, origin }: Site,
  { sessionId, userId }: Pick<Viewer, "sessionId" | "userId">,
  employerId: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await pointSession(db, { id: sessionId, userId, employerId });
  await replaceSession(db, sessionId, sessionIdOf(token));
  return sessionCookie({ origin }, token);
}

/** Ends the session of a Cookie header, if there is one. */
export async function endSession({ db, origin }: Site, cookieHeader: string | null): Promise<void> {
  const token = readSessionToken({ origin }, cookieHeader);
  if (token) await luciaOver(db).invalidateSession(sessionIdOf(token));
}

/** Ends every session of a person and opens a new one: after whatever changes what a session is worth. */
export async function rotateSessions(site: Site, userId: string, device: Device): Promise<string> {
  await luciaOver(site.db).invalidateUserSessions(userId);
  return await startSession(site, userId, device);
}
