import { sql } from "kysely";
import type { CoderVisibility } from "#app/domain/coder-visibility.ts";
import type { Db } from "#db/client.ts";

/** Who sees a profile; what a new one starts with for somebody who never saved one. */
export async function readVisibility(
  db: Db,
  userId: string,
): Promise<{ visibility: CoderVisibility; anonymous: boolean; publicId: string | null }> {
  const row = await db
    .selectFrom("applicants")
    .leftJoin("accountDeletions", "accountDeletions.userId", "applicants.userId")
    .select((eb) => [
      eb.fn.coalesce("accountDeletions.visibilityBefore", "applicants.visibility").as("visibility"),
      "applicants.anonymous",
      "applicants.publicId",
    ])
    .where("applicants.userId", "=", userId)
    .executeTakeFirst();
  return row ?? { visibility: "applied-employers", anonymous: false, publicId: null };
}

/**
 * Sets who sees a profile. Turning anonymous gives its page a new address. An account in its days of grace stays
 * hidden and gets this when it comes back.
 */
export async function updateVisibility(
  db: Db,
  {
    userId,
    visibility,
    anonymous,
  }: { userId: string; visibility: CoderVisibility; anonymous: boolean },
): Promise<void> {
  await sql`
    insert into applicants (user_id, visibility, anonymous) values (${userId}, ${visibility}, ${anonymous})
    on conflict (user_id) do update set
      visibility = case when exists (select from account_deletions where user_id = ${userId})
        then applicants.visibility else excluded.visibility end,
      public_id = case when excluded.anonymous and not applicants.anonymous
        then excluded.public_id else applicants.public_id end,
      anonymous = excluded.anonymous`.execute(db);
  await db
    .updateTable("accountDeletions")
    .set({ visibilityBefore: visibility })
    .where("userId", "=", userId)
    .execute();
}

/** Employers whose name holds these words, without those already hidden from. */
export const findEmployersByName = (
  db: Db,
  { userId, words, limit }: { userId: string; words: string; limit: number },
) =>
  db
    .selectFrom("employers")
    .select(["id", "name", "city", "state"])
    .where("name", "ilike", `%${words.replace(/[\\%_]/g, "\\$&")}%`)
    .where("suspendedAt", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("hiddenFromEmployers as h")
            .select("h.userId")
            .where("h.userId", "=", userId)
            .whereRef("h.employerId", "=", "employers.id"),
        ),
      ),
    )
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();

/** Employers this person hides from, by name. */
export const listHiddenFrom = (db: Db, userId: string) =>
  db
    .selectFrom("hiddenFromEmployers as h")
    .innerJoin("employers", "employers.id", "h.employerId")
    .select(["employers.id", "employers.name", "employers.slug"])
    .where("h.userId", "=", userId)
    .orderBy("employers.name")
    .orderBy("employers.id")
    .execute();

/** Hides a person from an employer unless that makes more than `most`; false then and for an unknown employer. */
export async function insertHiddenFrom(
  db: Db,
  { userId, employerId, most }: { userId: string; employerId: string; most: number },
): Promise<boolean> {
  // Held, so that two at once cannot both be the last.
  await db.selectFrom("users").select("id").where("id", "=", userId).forUpdate().execute();
  const { rows } = await sql<{ done: boolean }>`
    insert into hidden_from_employers (user_id, employer_id)
    select ${userId}::uuid, employers.id from employers where employers.id = ${employerId}
      and (select count(*) from hidden_from_employers where user_id = ${userId}) < ${most}
    on conflict (user_id, employer_id) do update set user_id = excluded.user_id
    returning true as done`.execute(db);
  return rows.length === 1;
}

/** Shows a person to an employer again. */
export async function deleteHiddenFrom(
  db: Db,
  { userId, employerId }: { userId: string; employerId: string },
): Promise<void> {
  await db
    .deleteFrom("hiddenFromEmployers")
    .where("userId", "=", userId)
    .where("employerId", "=", employerId)
    .execute();
}

/** Employers an anonymous person told their name by accepting an invitation, by name. */
export const listNameReveals = (db: Db, userId: string) =>
  db
    .selectFrom("nameReveals as r")
    .innerJoin("employers", "employers.id", "r.employerId")
    .select(["employers.id", "employers.name", "employers.slug", "r.createdAt as since"])
    .where("r.userId", "=", userId)
    .orderBy("employers.name")
    .orderBy("employers.id")
    .limit(200)
    .execute();

/** Tells an employer a person's name; a second time changes nothing. */
export async function insertNameReveal(
  db: Db,
  { userId, employerId }: { userId: string; employerId: string },
): Promise<void> {
  await db
    .insertInto("nameReveals")
    .values({ userId, employerId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a person's name back from an employer. */
export async function deleteNameReveal(
  db: Db,
  { userId, employerId }: { userId: string; employerId: string },
): Promise<void> {
  await db
    .deleteFrom("nameReveals")
    .where("userId", "=", userId)
    .where("employerId", "=", employerId)
    .execute();
}
