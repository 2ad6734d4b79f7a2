import { sql } from "kysely";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";

/**
 * Holds an employer's team still until the transaction ends: whoever changes its members waits here, and then sees
 * what the one before left. Answers the employer's name; null when there is no such employer.
 */
export async function lockTeam(trx: Db, employerId: string): Promise<string | null> {
  const employer = await trx
    .selectFrom("employers")
    .select("name")
    .where("id", "=", employerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return employer?.name ?? null;
}

const members = (db: Db, employerId: string) =>
  db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select([
      "users.id as userId",
      "users.name",
      "users.email",
      "employerMembers.role",
      "employerMembers.createdAt",
    ])
    .where("employerMembers.employerId", "=", employerId);

/** One member of an employer; undefined for everyone else. */
export async function findMember(db: Db, employerId: string, userId: string) {
  return await members(db, employerId).where("users.id", "=", userId).executeTakeFirst();
}

/** The member of an employer who has this address. */
export async function findMemberByEmail(db: Db, employerId: string, email: string) {
  return await members(db, employerId).where("users.email", "=", email).executeTakeFirst();
}

/** One page of a team: owners first, then recruiters, then viewers, each by name. */
export async function listMembers(
  db: Db,
  { employerId, page, pageSize }: { employerId: string; page: number; pageSize: number },
) {
  return await members(db, employerId)
    .select(sql<number>`(count(*) over ())::int`.as("total"))
    .orderBy(sql`array_position(array['owner', 'recruiter', 'viewer'], employer_members.role)`)
    .orderBy(sql`lower(users.name)`)
    .orderBy("users.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
}

/** The owners of an employer, for a mail to each. */
export async function listOwners(db: Db, employerId: string) {
  return await members(db, employerId).where("employerMembers.role", "=", "owner").execute();
}

/** Changes a member's role; the last owner is kept by `lockTeam` and by the database at commit. */
export async function updateMemberRole(
  trx: Db,
  { employerId, userId, role }: { employerId: string; userId: string; role: MemberRole },
): Promise<void> {
  await trx
    .updateTable("employerMembers")
    .set({ role })
    .where("employerId", "=", employerId)
    .where("userId", "=", userId)
    .execute();
}

export async function deleteMember(trx: Db, employerId: string, userId: string): Promise<void> {
  await trx
    .deleteFrom("employerMembers")
    .where("employerId", "=", employerId)
    .where("userId", "=", userId)
    .execute();
}

/** The employers a person may act for, the one they joined first first. */
export async function listEmployersOf(db: Db, userId: string, limit = 100) {
  return await db
    .selectFrom("employerMembers")
    .innerJoin("employers", "employers.id", "employerMembers.employerId")
    .select(["employers.id", "employers.name", "employers.slug", "employerMembers.role"])
    .where("employerMembers.userId", "=", userId)
    .orderBy("employerMembers.createdAt")
    .orderBy("employers.id")
    .limit(limit)
    .execute();
}

/** The team this person was in last and is no longer, as far back as the audit log goes (a year). */
export async function findEndedMembership(
  db: Db,
  userId: string,
): Promise<{ employerName: string; left: boolean } | null> {
  const entry = await db
    .selectFrom("auditEntries")
    .innerJoin("employers", "employers.id", "auditEntries.employerId")
    .select(["employers.name as employerName", "auditEntries.details"])
    .where("auditEntries.subjectId", "=", userId)
    .where("auditEntries.action", "=", "member-removed")
    .orderBy("auditEntries.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return entry ? { employerName: entry.employerName, left: entry.details.left === true } : null;
}
