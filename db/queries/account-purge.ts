import { sql } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

/** Every application of a person, held. */
export async function listApplicationsOf(
  db: Db,
  userId: string,
): Promise<{ id: string; stage: ApplicationStage }[]> {
  return await db
    .selectFrom("applications")
    .select(["id", "stage"])
    .where("applicantId", "=", userId)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Gives each application of a person a stand-in of its own: nothing says any more that they were one person's. */
export async function detachApplications(db: Db, userId: string): Promise<void> {
  await sql`
    with own as (
      select id, gen_random_uuid() as stand_in from applications where applicant_id = ${userId}
    ), made as (
      insert into users (id, email, name, kind, password_hash, stand_in, suspended_at)
      select stand_in, 'gone-' || stand_in || '@deleted.invalid', 'Deleted account', 'applicant', '-', true, now() from own
    )
    update applications set applicant_id = own.stand_in from own where applications.id = own.id`.execute(
    db,
  );
}

/** Deletes the person with everything that is theirs by foreign key, and invitations to their address. */
export async function deletePerson(
  db: Db,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await db.deleteFrom("employerInvitations").where("email", "=", email).execute();
  await db.deleteFrom("users").where("id", "=", userId).execute();
}

const ADDRESS_CHAR = "[a-z0-9.!#$%&'*+/=?^_`{|}~-]";

/**
 * Drops tasks that name a person, done or waiting, but for those running just now. An address names them where it
 * stands alone: it may well be the end or the beginning of somebody else's.
 */
export async function deleteTasksNaming(
  db: Db,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  const literally = email.toLowerCase().replace(/[^a-z0-9@]/g, "\\$&");
  const address = `(?<!${ADDRESS_CHAR})${literally}(?![a-z0-9-]|\\.[a-z0-9])`;
  await sql`
    delete from pgboss.job
    where state <> 'active' and (position(${userId} in data::text) > 0
      or position(lower(${email}) in lower(data::text)) > 0 and exists (
        select from jsonb_path_query(data, 'strict $.** ? (@.type() == "string")') as words
        where lower(words #>> '{}') ~ ${address}))`.execute(db);
}
