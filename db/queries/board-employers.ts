import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import type { EmployerUpdate } from "#db/schema/employers.ts";
import { IS_PUBLISHED } from "./job-scopes.ts";

export type EmployerList = "waiting" | "verified" | "refused" | "suspended";

interface EmployerSearch {
  list: EmployerList;
  /** Words of the name; "" for all. */
  q: string;
}

const found = (db: Db, { list, q }: EmployerSearch) =>
  db
    .selectFrom("employers")
    .$if(q !== "", (query) =>
      query.where("employers.name", "ilike", `%${q.replace(/[\\%_]/g, "\\$&")}%`),
    )
    .$if(list === "suspended", (query) => query.where("employers.suspendedAt", "is not", null))
    .$if(list !== "suspended", (query) => query.where("employers.suspendedAt", "is", null))
    .$if(list === "verified", (query) => query.where("employers.verifiedAt", "is not", null))
    .$if(list === "refused", (query) =>
      query
        .where("employers.verifiedAt", "is", null)
        .where("employers.verificationRefusedAt", "is not", null),
    )
    .$if(list === "waiting", (query) =>
      query
        .where("employers.verifiedAt", "is", null)
        .where("employers.verificationRefusedAt", "is", null),
    );

const openJobs = sql<number>`(select count(*)::int from jobs where jobs.employer_id = employers.id and ${IS_PUBLISHED})`;

/** A page of employers, those who wait longest first. */
export const listEmployersForBoard = (
  db: Db,
  { limit, offset, ...search }: EmployerSearch & { limit: number; offset: number },
) =>
  found(db, search)
    .select([
      "employers.id",
      "employers.name",
      "employers.kind",
      "employers.website",
      "employers.createdAt",
      openJobs.as("openJobs"),
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("employerMembers")
          .innerJoin("users", "users.id", "employerMembers.userId")
          .select(sql<string>`split_part(users.email::text, '@', 2)`.as("domain"))
          .distinct()
          .whereRef("employerMembers.employerId", "=", "employers.id")
          .where("employerMembers.role", "=", "owner")
          .limit(5),
      ).as("owners"),
    )
    .orderBy("employers.createdAt")
    .orderBy("employers.id")
    .limit(limit)
    .offset(offset)
    .execute();

/** How many employers a list holds. */
export async function countEmployersForBoard(db: Db, search: EmployerSearch): Promise<number> {
  const { count } = await found(db, search)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** An employer with what a decision over it needs; null for an unknown id. */
export async function findEmployerForBoard(db: Db, id: string) {
  const row = await db
    .selectFrom("employers")
    .select([
      "employers.id",
      "employers.slug",
      "employers.name",
      "employers.kind",
      "employers.website",
      "employers.about",
      "employers.city",
      "employers.state",
      "employers.version",
      "employers.createdAt",
      "employers.verifiedAt",
      "employers.verificationRefusedAt",
      "employers.verificationRefusal",
      "employers.suspendedAt",
      "employers.suspendedReason",
      openJobs.as("openJobs"),
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("employerMembers")
          .innerJoin("users", "users.id", "employerMembers.userId")
          .select([
            "users.id",
            "users.name",
            "users.email",
            "users.suspendedAt",
            "employerMembers.role",
          ])
          .whereRef("employerMembers.employerId", "=", "employers.id")
          .orderBy("employerMembers.createdAt")
          .limit(50),
      ).as("members"),
      jsonArrayFrom(
        eb
          .selectFrom("jobs")
          .select(["jobs.id", "jobs.title", "jobs.status"])
          .whereRef("jobs.employerId", "=", "employers.id")
          .where("jobs.status", "<>", "draft")
          .orderBy("jobs.updatedAt", "desc")
          .limit(20),
      ).as("jobs"),
    ])
    .where("employers.id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** An employer held until the transaction ends; null for an unknown id. */
export async function holdEmployer(db: Db, id: string) {
  const row = await db
    .selectFrom("employers")
    .select(["id", "slug", "name", "version", "verifiedAt", "suspendedAt"])
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Writes a decision over an employer that is held. */
export async function updateEmployerStanding(
  db: Db,
  id: string,
  changes: Pick<
    EmployerUpdate,
    | "verifiedAt"
    | "verificationRefusedAt"
    | "verificationRefusal"
    | "suspendedAt"
    | "suspendedReason"
  >,
): Promise<void> {
  await db
    .updateTable("employers")
    .set({ ...changes, version: sql`version + 1`, updatedAt: sql`now()` })
    .where("id", "=", id)
    .execute();
}
