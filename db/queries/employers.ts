import { sql } from "kysely";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import type { EmployerUpdate, NewEmployer } from "#db/schema/employers.ts";

/** What of an employer its members edit. */
export type EmployerPage = Pick<
  NewEmployer,
  "name" | "kind" | "website" | "about" | "city" | "state"
>;

/** The employer as its settings show it; null when the id is unknown. */
export async function findEmployer(db: Db, id: string) {
  return (
    (await db
      .selectFrom("employers")
      .select([
        "id",
        "slug",
        "name",
        "kind",
        "website",
        "about",
        "city",
        "state",
        "logoFileId",
        "verifiedAt",
        "version",
      ])
      .where("id", "=", id)
      .executeTakeFirst()) ?? null
  );
}

/** Inserts under the slug unless it is taken: then null, for the caller to try the next. */
export async function insertEmployer(
  db: Db,
  employer: EmployerPage & { slug: string; id?: string },
): Promise<{ id: string; slug: string } | null> {
  return (
    (await db
      .insertInto("employers")
      .values(employer)
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .returning(["id", "slug"])
      .executeTakeFirst()) ?? null
  );
}

export async function insertMember(
  db: Db,
  member: { employerId: string; userId: string; role: MemberRole },
): Promise<void> {
  await db.insertInto("employerMembers").values(member).execute();
}

/** Adds a member unless they are one already: then their role stays. */
export async function addMember(
  db: Db,
  member: { employerId: string; userId: string; role: MemberRole },
): Promise<void> {
  await db
    .insertInto("employerMembers")
    .values(member)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The employer a user already belongs to. Locks the user's row: two first visits at once must not make two employers. */
export async function findMembershipForUpdate(db: Db, userId: string): Promise<string | null> {
  await db.selectFrom("users").select("id").where("id", "=", userId).forUpdate().execute();
  const member = await db
    .selectFrom("employerMembers")
    .select("employerId")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return member?.employerId ?? null;
}

/** Changes an employer that still has the version seen; false when somebody was quicker. */
export async function updateEmployer(
  db: Db,
  { id, version, changes }: { id: string; version: number; changes: EmployerUpdate },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("employers")
    .set({ ...changes, version: sql`version + 1`, updatedAt: sql`now()` })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Where the logo of an employer in view is kept; null when it has none. */
export async function findLogo(db: Db, slug: string) {
  return (
    (await db
      .selectFrom("employers")
      .innerJoin("files", "files.id", "employers.logoFileId")
      .select(["files.storageKey", "files.contentType", "files.byteSize", "files.sha256"])
      .where("employers.slug", "=", slug)
      .where(sql<boolean>`not employer_is_hidden(employers.id)`)
      .executeTakeFirst()) ?? null
  );
}

/** What the board has decided over an employer; null when the id is unknown. */
export async function findEmployerStanding(db: Db, id: string) {
  return (
    (await db
      .selectFrom("employers")
      .select([
        "verifiedAt",
        "verificationRefusedAt",
        "verificationRefusal",
        "suspendedAt",
        "suspendedReason",
      ])
      .where("id", "=", id)
      .executeTakeFirst()) ?? null
  );
}
