import { sql } from "kysely";
import type { UserKind } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { IS_PUBLISHED } from "./job-scopes.ts";

interface UserSearch {
  /** Words of the address or the name; "" for everyone. */
  q: string;
  suspended: boolean;
}

const found = (db: Db, { q, suspended }: UserSearch) =>
  db
    .selectFrom("users")
    .$if(q !== "", (query) =>
      query.where(
        sql<string>`(users.email::text || ' ' || users.name)`,
        "ilike",
        `%${q.replace(/[\\%_]/g, "\\$&")}%`,
      ),
    )
    .$if(suspended, (query) => query.where("users.suspendedAt", "is not", null));

/** A page of accounts, the newest first. */
export const listUsers = (
  db: Db,
  { limit, offset, ...search }: UserSearch & { limit: number; offset: number },
) =>
  found(db, search)
    .select([
      "users.id",
      "users.name",
      "users.email",
      "users.kind",
      "users.createdAt",
      "users.emailVerifiedAt",
      "users.suspendedAt",
    ])
    .orderBy("users.createdAt", "desc")
    .orderBy("users.id")
    .limit(limit)
    .offset(offset)
    .execute();

// Enough pages for anybody to leaf through; counting a million names would take longer than finding one.
const COUNTED = 2_000;

/** How many accounts a search finds, up to 2,000. */
export async function countUsers(db: Db, search: UserSearch): Promise<number> {
  const row = await db
    .selectFrom(found(db, search).select("users.id").limit(COUNTED).as("one"))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** An account as the board sees it: never its password, resumes or profile. */
export async function findUserForBoard(db: Db, userId: string) {
  const row = await db
    .selectFrom("users")
    .select([
      "users.id",
      "users.name",
      "users.email",
      "users.kind",
      "users.createdAt",
      "users.emailVerifiedAt",
      "users.suspendedAt",
      "users.suspendedReason",
    ])
    .select((eb) => [
      eb
        .selectFrom("sessions")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("sessions.userId", "=", "users.id")
        .where("sessions.expiresAt", ">", sql<Date>`now()`)
        .as("sessions"),
      eb
        .selectFrom("applications")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("applications.applicantId", "=", "users.id")
        .as("applications"),
      jsonArrayFrom(
        eb
          .selectFrom("employerMembers")
          .innerJoin("employers", "employers.id", "employerMembers.employerId")
          .select(["employers.id", "employers.name", "employerMembers.role"])
          .whereRef("employerMembers.userId", "=", "users.id")
          .orderBy("employers.name")
          .limit(50),
      ).as("memberships"),
    ])
    .where("users.id", "=", userId)
    .executeTakeFirst();
  return row ?? null;
}

/** How many public jobs leave view when this person is suspended: their own, and those of employers only they own. */
export async function countJobsThatGo(db: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from jobs
    where ${IS_PUBLISHED} and (jobs.created_by = ${userId} or jobs.employer_id in (
      select employer_id from employer_members as own
      where own.user_id = ${userId} and own.role = 'owner' and not exists (
        select from employer_members as other join users on users.id = other.user_id
        where other.employer_id = own.employer_id and other.role = 'owner' and other.user_id <> ${userId}
          and users.suspended_at is null)))`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Suspends an account, or changes nothing: null when it is suspended already, unknown, or an administrator's. */
export async function suspendAccount(
  db: Db,
  { userId, reason }: { userId: string; reason: string },
): Promise<{ kind: UserKind } | null> {
  const row = await db
    .updateTable("users")
    .set({ suspendedAt: sql<Date>`now()`, suspendedReason: reason, updatedAt: sql<Date>`now()` })
    .where("id", "=", userId)
    .where("kind", "<>", "admin")
    .where("suspendedAt", "is", null)
    .returning("kind")
    .executeTakeFirst();
  return row ?? null;
}

/** Lifts a suspension; false when there was none. */
export async function unsuspendAccount(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .updateTable("users")
    .set({ suspendedAt: null, suspendedReason: null, updatedAt: sql<Date>`now()` })
    .where("id", "=", userId)
    .where("suspendedAt", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
