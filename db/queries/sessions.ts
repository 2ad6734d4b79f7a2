import { sql } from "kysely";
import type { MemberRole, UserKind } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import type { Session } from "#db/schema/sessions.ts";

// A session ends two weeks after it was last used, and a month after it began however much it is used.
const ABSOLUTE = sql<string>`interval '30 days'`;
const IDLE = sql<string>`interval '14 days'`;

export interface SessionWithPerson {
  id: string;
  userId: string;
  expiresAt: Date;
  authenticatedAt: Date;
  /** Not touched for an hour: worth a write. */
  renewalDue: boolean;
  email: string;
  name: string;
  kind: UserKind;
  emailVerifiedAt: Date | null;
  employerId: string | null;
  employerName: string | null;
  employerSlug: string | null;
  role: MemberRole | null;
  employerSuspendedAt: Date | null;
  /** The employer this session was last pointed at; not necessarily one the person is still a member of. */
  activeEmployerId: string | null;
  /** How many employers the person is a member of; null for none. */
  memberships: number | null;
}

/**
 * A live session with its person and the membership of the employer it acts for (the oldest membership when that is
 * not said or not theirs), in one round trip. Suspended people have none. No password hash is read.
 */
export async function findSession(db: Db, id: string): Promise<SessionWithPerson | undefined> {
  return await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("employerMembers")
          .innerJoin("employers", "employers.id", "employerMembers.employerId")
          .select([
            "employers.id",
            "employers.name",
            "employers.slug",
            "employers.suspendedAt",
            "employerMembers.role",
          ])
          .select(sql<number>`(count(*) over ())::int`.as("memberships"))
          .whereRef("employerMembers.userId", "=", "users.id")
          .orderBy(sql`employers.id = sessions.active_employer_id`, (order) =>
            order.desc().nullsLast(),
          )
          .orderBy("employerMembers.createdAt")
          .orderBy("employers.id")
          .limit(1)
          .as("employer"),
      (join) => join.onTrue(),
    )
    .select([
      "sessions.id",
      "sessions.userId",
      "sessions.expiresAt",
      "sessions.authenticatedAt",
      sql<boolean>`sessions.last_seen_at < now() - interval '1 hour'`.as("renewalDue"),
      "users.email",
      "users.name",
      "users.kind",
      "users.emailVerifiedAt",
      "employer.id as employerId",
      "employer.name as employerName",
      "employer.slug as employerSlug",
      "employer.role as role",
      "employer.suspendedAt as employerSuspendedAt",
      "employer.memberships",
      "sessions.activeEmployerId",
    ])
    .where("sessions.id", "=", id)
    .where("sessions.expiresAt", ">", sql<Date>`now()`)
    .where("users.suspendedAt", "is", null)
    .executeTakeFirst();
}

export interface SessionListing
  extends Pick<Session, "id" | "createdAt" | "lastSeenAt" | "ip" | "userAgent"> {}

/** The live sessions of a person, last used first. */
export async function listSessions(db: Db, userId: string): Promise<SessionListing[]> {
  return await db
    .selectFrom("sessions")
    .select(["id", "createdAt", "lastSeenAt", "ip", "userAgent"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", sql<Date>`now()`)
    .orderBy("lastSeenAt", "desc")
    .execute();
}

interface NewSession {
  id: string;
  userId: string;
  ip: string | null;
  userAgent: string | null;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto("sessions")
    .values({
      ...session,
      expiresAt: sql<Date>`now() + ${IDLE}`,
      activeEmployerId: (eb) =>
        eb
          .selectFrom("employerMembers")
          .select("employerId")
          .where("userId", "=", session.userId)
          .orderBy("createdAt")
          .orderBy("employerId")
          .limit(1),
    })
    .execute();
}

/** Points a session at an employer its person is a member of; false, and nothing changed, when they are not. */
export async function pointSession(
  db: Db,
  { id, userId, employerId }: { id: string; userId: string; employerId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("sessions")
    .set({ activeEmployerId: employerId })
    .where("id", "=", id)
    .where("userId", "=", userId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("employerMembers")
          .select("role")
          .where("employerId", "=", employerId)
          .where("userId", "=", userId),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Puts a session with another id, and so with another token, in the place of one. The old one ends ten seconds later:
 * a second press of the same button is under way with it.
 */
export async function replaceSession(db: Db, id: string, freshId: string): Promise<void> {
  await sql`
    insert into sessions
      (id, user_id, created_at, last_seen_at, authenticated_at, expires_at, ip, user_agent, active_employer_id)
    select ${freshId}, user_id, created_at, now(), authenticated_at,
      least(now() + ${IDLE}, created_at + ${ABSOLUTE}), ip, user_agent, active_employer_id
    from sessions where id = ${id} and expires_at > now()`.execute(db);
  await db
    .updateTable("sessions")
    .set({ expiresAt: sql<Date>`least(expires_at, now() + interval '10 seconds')` })
    .where("id", "=", id)
    .execute();
}

/** Slides the expiry, never past the absolute lifetime, and never of a session that another has taken the place of. */
export async function renewSession(db: Db, id: string): Promise<void> {
  await db
    .updateTable("sessions")
    .set({
      lastSeenAt: sql<Date>`now()`,
      expiresAt: sql<Date>`least(now() + ${IDLE}, created_at + ${ABSOLUTE})`,
    })
    .where("id", "=", id)
    .where("expiresAt", ">", sql<Date>`now() + interval '10 seconds'`)
    .execute();
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom("sessions").where("id", "=", id).execute();
}

/** Ends a person's sessions but `exceptId`; returns how many. */
export async function deleteSessionsOf(
  db: Db,
  userId: string,
  exceptId: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("sessions")
    .where("userId", "=", userId)
    .$if(exceptId !== null, (query) => query.where("id", "<>", exceptId))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends one session of this person; somebody else's stays. */
export async function deleteSessionOf(db: Db, userId: string, id: string): Promise<void> {
  await db.deleteFrom("sessions").where("userId", "=", userId).where("id", "=", id).execute();
}
