import { sql } from "kysely";
import type { UserKind } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import type { User } from "#db/schema/users.ts";

export type Account = Pick<
  User,
  | "id"
  | "email"
  | "name"
  | "kind"
  | "passwordHash"
  | "emailVerifiedAt"
  | "suspendedAt"
  | "suspendedReason"
>;

const ACCOUNT = [
  "id",
  "email",
  "name",
  "kind",
  "passwordHash",
  "emailVerifiedAt",
  "suspendedAt",
  "suspendedReason",
] as const;

/** The account of an address, whatever its letter case. */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return await db.selectFrom("users").select(ACCOUNT).where("email", "=", email).executeTakeFirst();
}

export async function findAccount(db: Db, userId: string): Promise<Account | undefined> {
  return await db.selectFrom("users").select(ACCOUNT).where("id", "=", userId).executeTakeFirst();
}

interface NewAccount {
  email: string;
  name: string;
  kind: UserKind;
  passwordHash: string;
}

/**
 * Makes an account nobody has verified yet, or makes such a one anew: whoever signs up last under an address
 * decides its password, so that nobody can prepare an account for somebody else to verify. Answers null when
 * the address belongs to a verified account, which stays as it is.
 */
export async function upsertUnverifiedAccount(
  db: Db,
  { email, name, kind, passwordHash }: NewAccount,
): Promise<{ id: string } | null> {
  const row = await db
    .insertInto("users")
    .values({ email, name, kind, passwordHash })
    .onConflict((conflict) =>
      conflict
        .column("email")
        .doUpdateSet({ name, kind, passwordHash, updatedAt: sql<Date>`now()` })
        .where("users.emailVerifiedAt", "is", null)
        .where("users.suspendedAt", "is", null),
    )
    .returning("id")
    .executeTakeFirst();
  return row ?? null;
}

/** The empty profile every applicant has. */
export async function insertApplicant(db: Db, userId: string): Promise<void> {
  await db
    .insertInto("applicants")
    .values({ userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Marks the address as reached and returns whose it is; null when it has changed meanwhile. */
export async function markEmailVerified(
  db: Db,
  { userId, email }: { userId: string; email: string },
): Promise<{ id: string; kind: UserKind } | null> {
  const row = await db
    .updateTable("users")
    .set({
      emailVerifiedAt: sql<Date>`coalesce(email_verified_at, now())`,
      updatedAt: sql<Date>`now()`,
    })
    .where("id", "=", userId)
    .where("email", "=", email)
    .where("suspendedAt", "is", null)
    .returning(["id", "kind"])
    .executeTakeFirst();
  return row ?? null;
}

export async function updatePasswordHash(
  db: Db,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await db
    .updateTable("users")
    .set({ passwordHash, updatedAt: sql<Date>`now()` })
    .where("id", "=", userId)
    .execute();
}

export async function updateAccountName(db: Db, userId: string, name: string): Promise<void> {
  await db
    .updateTable("users")
    .set({ name, updatedAt: sql<Date>`now()` })
    .where("id", "=", userId)
    .execute();
}

/** Gives an account its new address, which the link has just proven; false when somebody else has it by now. */
export async function updateEmail(db: Db, userId: string, email: string): Promise<boolean> {
  const row = await db
    .updateTable("users")
    .set({ email, emailVerifiedAt: sql<Date>`now()`, updatedAt: sql<Date>`now()` })
    .where("id", "=", userId)
    .where("suspendedAt", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("users as other")
            .select("other.id")
            .where("other.email", "=", email)
            .where("other.id", "<>", userId),
        ),
      ),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Where a person gets mail; null once the account is gone. */
export async function findUserAddress(
  db: Db,
  userId: string,
): Promise<{ name: string; address: string } | null> {
  const row = await db
    .selectFrom("users")
    .select(["name", "email as address"])
    .where("id", "=", userId)
    .executeTakeFirst();
  return row ?? null;
}
