import { sql } from "kysely";
import type { OptionalMail } from "#app/domain/optional-mails.ts";
import type { Db } from "#db/client.ts";
import { ofGoodStanding } from "./member-standing.ts";

const MAIL: OptionalMail = "reply-digest";

/** The members who answer applications, can be mailed and have not stopped the reminders. */
export async function listDigestMembers(
  db: Db,
  employerId: string,
): Promise<{ name: string; address: string }[]> {
  return await db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select(["users.name", "users.email as address"])
    .where("employerMembers.employerId", "=", employerId)
    .where("employerMembers.role", "in", ["owner", "recruiter"])
    .where("users.emailVerifiedAt", "is not", null)
    .where("users.suspendedAt", "is", null)
    .where(ofGoodStanding())
    .where(
      sql<boolean>`not exists (select from stopped_mails where user_id = users.id and mail = ${MAIL})`,
    )
    .orderBy("users.email")
    .limit(50)
    .execute();
}
