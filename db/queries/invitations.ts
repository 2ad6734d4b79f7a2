import { sql } from "kysely";
import type { MemberRole, UserKind } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";

interface NewInvitation {
  employerId: string;
  email: string;
  role: MemberRole;
  tokenHash: string;
  invitedBy: string;
  /** Days until the link is of no use. */
  days: number;
}

/** Invites an address, or invites it anew: an employer's older link to it ends, so that only the newest mail works. */
export async function putInvitation(
  db: Db,
  { days, ...invitation }: NewInvitation,
): Promise<{ id: string }> {
  const { role, tokenHash, invitedBy } = invitation;
  const expiresAt = sql<Date>`now() + make_interval(days => ${days})`;
  return await db
    .insertInto("employerInvitations")
    .values({ ...invitation, expiresAt })
    .onConflict((conflict) =>
      conflict
        .columns(["employerId", "email"])
        .where("acceptedAt", "is", null)
        .where("revokedAt", "is", null)
        .doUpdateSet({ role, tokenHash, invitedBy, sentAt: sql<Date>`now()`, expiresAt }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
}

const open = (db: Db, employerId: string) =>
  db
    .selectFrom("employerInvitations")
    .where("employerId", "=", employerId)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null);

/** Invitations nobody has answered, newest first; `expired` ones can only be sent again or revoked. */
export async function listOpenInvitations(db: Db, employerId: string, limit: number) {
  return await open(db, employerId)
    .select(["id", "email", "role", "sentAt", "expiresAt"])
    .select(sql<boolean>`expires_at <= now()`.as("expired"))
    .orderBy("sentAt", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

export async function countOpenInvitations(db: Db, employerId: string): Promise<number> {
  const { count } = await open(db, employerId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** An employer's unanswered invitation; undefined for other employers' and for answered ones. */
export async function findOpenInvitation(db: Db, employerId: string, id: string) {
  return await open(db, employerId)
    .select(["id", "email", "role"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Ends an unanswered invitation and says whose it was; undefined when there was none to end. */
export async function revokeInvitation(
  db: Db,
  employerId: string,
  id: string,
): Promise<{ email: string } | undefined> {
  return await db
    .updateTable("employerInvitations")
    .set({ revokedAt: sql<Date>`now()` })
    .where("id", "=", id)
    .where("employerId", "=", employerId)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .returning("email")
    .executeTakeFirst();
}

/** Ends what somebody who may no longer invite has invited. */
export async function revokeInvitationsBy(
  db: Db,
  employerId: string,
  invitedBy: string,
): Promise<void> {
  await db
    .updateTable("employerInvitations")
    .set({ revokedAt: sql<Date>`now()` })
    .where("employerId", "=", employerId)
    .where("invitedBy", "=", invitedBy)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .execute();
}

export interface LiveInvitation {
  employerId: string;
  employerName: string;
  email: string;
  role: MemberRole;
  /** The kind of the verified account that has the address; null when the person has none yet. */
  accountKind: UserKind | null;
}

/** What an invitation's link would do, without using it; undefined when it is dead. */
export async function findLiveInvitation(
  db: Db,
  tokenHash: string,
): Promise<LiveInvitation | undefined> {
  return await db
    .selectFrom("employerInvitations")
    .innerJoin("employers", "employers.id", "employerInvitations.employerId")
    .leftJoin("users", (join) =>
      join
        .onRef("users.email", "=", "employerInvitations.email")
        .on("users.emailVerifiedAt", "is not", null),
    )
    .select([
      "employerInvitations.employerId",
      "employers.name as employerName",
      "employerInvitations.email",
      "employerInvitations.role",
      "users.kind as accountKind",
    ])
    .where("employerInvitations.tokenHash", "=", tokenHash)
    .where("employerInvitations.acceptedAt", "is", null)
    .where("employerInvitations.revokedAt", "is", null)
    .where("employerInvitations.expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
}

/** The employer a used invitation led into, while this person is a member there; null for anybody else. */
export async function findJoinedBy(
  db: Db,
  { tokenHash, userId }: { tokenHash: string; userId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom("employerInvitations as i")
    .innerJoin("users", "users.email", "i.email")
    .innerJoin("employerMembers as m", (join) =>
      join.onRef("m.employerId", "=", "i.employerId").onRef("m.userId", "=", "users.id"),
    )
    .select("i.employerId")
    .where("i.tokenHash", "=", tokenHash)
    .where("i.acceptedAt", "is not", null)
    .where("users.id", "=", userId)
    .executeTakeFirst();
  return row?.employerId ?? null;
}

/** Uses an invitation up; of any number of callers at once exactly one gets it. */
export async function consumeInvitation(db: Db, tokenHash: string) {
  return await db
    .updateTable("employerInvitations")
    .set({ acceptedAt: sql<Date>`now()` })
    .where("tokenHash", "=", tokenHash)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning(["id", "employerId", "email", "role"])
    .executeTakeFirst();
}
