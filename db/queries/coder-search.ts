import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { type CoderLooker, mayBeSeenBy, seesNameOf } from "./coder-scope.ts";
import { verifiedOnOf } from "./credential-state.ts";

export interface CoderSearch {
  /** Each asked family as the ids that count for it: its own and everything below. All must be met. */
  families: readonly (readonly string[])[];
  /** Of each family asked. */
  minMonths: number;
  credential: string | null;
  /** Lives there or may work from there. */
  state: string | null;
  /** In headline or about; anonymous coders are never found by words, which would tell what they hide. */
  words: string | null;
}

const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

function foundCoders(db: Db, looker: CoderLooker, search: CoderSearch) {
  let query = db
    .selectFrom("applicants")
    .innerJoin("users", "users.id", "applicants.userId")
    // Implied by the scope; said so that the partial indexes serve.
    .where("applicants.visibility", "<>", "hidden")
    .where(mayBeSeenBy(looker));
  for (const ids of search.families) {
    query = query.where(
      sql<boolean>`exists (
        select from applicant_experience as held
        where held.user_id = applicants.user_id and held.family_id = any(${[...ids]}::text[])
          and held.months >= ${search.minMonths})`,
    );
  }
  if (search.families.length === 0 && search.minMonths > 0) {
    query = query.where(
      sql<boolean>`exists (
        select from applicant_experience as held
        where held.user_id = applicants.user_id and held.months >= ${search.minMonths})`,
    );
  }
  if (search.credential !== null) {
    query = query.where(
      sql<boolean>`exists (
        select from applicant_credentials as held
        where held.user_id = applicants.user_id and held.code = ${search.credential}
          and held.status <> 'revoked'
          and (held.expires_on is null or held.expires_on >= current_date))`,
    );
  }
  if (search.state !== null) {
    query = query.where(
      sql<boolean>`(applicants.state = ${search.state} or applicants.eligible_states @> array[${search.state}::text])`,
    );
  }
  if (search.words !== null) {
    query = query
      .where(
        sql<boolean>`(applicants.headline || ' ' || applicants.about) ilike ${likePattern(search.words)}`,
      )
      .where("applicants.anonymous", "=", false);
  }
  return query;
}

/** How many coders a search finds, counted up to `most`. */
export async function countFoundCoders(
  db: Db,
  { search, most, ...looker }: CoderLooker & { search: CoderSearch; most: number },
): Promise<number> {
  const { count } = await db
    .selectFrom(foundCoders(db, looker, search).select("applicants.userId").limit(most).as("found"))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** One page of found coders: the most months in the asked families first, then the last changed. */
export const listFoundCoders = (
  db: Db,
  {
    search,
    limit,
    offset,
    ...looker
  }: CoderLooker & { search: CoderSearch; limit: number; offset: number },
) => {
  const { employerId } = looker;
  const asked = search.families.flat();
  return (
    foundCoders(db, looker, search)
      // Once for all: asked anew for each coder found, a whole code system took ten times as long.
      .leftJoin(
        (eb) =>
          eb
            .selectFrom("applicantExperience")
            .select((one) => ["applicantExperience.userId", one.fn.max("months").as("months")])
            .where(sql<boolean>`family_id = any(${asked}::text[])`)
            .groupBy("applicantExperience.userId")
            .as("best"),
        (join) => join.onRef("best.userId", "=", "applicants.userId"),
      )
      .select([
        "applicants.userId",
        "applicants.publicId",
        "applicants.headline",
        "applicants.city",
        "applicants.state",
        "applicants.workModes",
        "applicants.available",
        "users.name",
        seesNameOf(employerId).as("seesName"),
      ])
      .select((eb) => [
        jsonArrayFrom(
          eb
            .selectFrom("applicantExperience as e")
            .select(["e.familyId", "e.months", "e.lastUsedOn"])
            .whereRef("e.userId", "=", "applicants.userId")
            .orderBy(sql`e.family_id = any(${asked}::text[])`, "desc")
            .orderBy("e.months", "desc")
            .orderBy("e.position"),
        ).as("experience"),
        jsonArrayFrom(
          eb
            .selectFrom("applicantCredentials as c")
            .select(["c.code", "c.status", "c.expiresOn", verifiedOnOf("c").as("verifiedOn")])
            .whereRef("c.userId", "=", "applicants.userId")
            .orderBy("c.position"),
        ).as("credentials"),
        eb
          .exists(
            eb
              .selectFrom("applyInvitations as i")
              .select("i.id")
              .whereRef("i.userId", "=", "applicants.userId")
              .where("i.employerId", "=", employerId),
          )
          .as("invited"),
      ])
      .orderBy(sql`best.months desc nulls last`)
      .orderBy("applicants.updatedAt", "desc")
      .orderBy("applicants.publicId")
      .limit(limit)
      .offset(offset)
      .execute()
  );
};
