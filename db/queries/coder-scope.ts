import { type RawBuilder, sql } from "kysely";
import type { CoderStanding } from "#app/domain/coder-visibility.ts";
import type { Db } from "#db/client.ts";

// Of the tables `applicants` and `users` under their own names.

const applied = (employerId: string) => sql<boolean>`exists (
  select from applications join jobs on jobs.id = applications.job_id
  where applications.applicant_id = applicants.user_id and jobs.employer_id = ${employerId}
    and applications.stage <> 'withdrawn' and applications.snapshot is not null)`;

/** Who looks: a member, for the employer they act for. */
export interface CoderLooker {
  employerId: string;
  viewerId: string;
}

/**
 * Whether a member may see a coder's profile at all; the one rule for lists, pages, files and invitations. The
 * employer must be verified and not suspended, the person neither suspended, leaving nor unconfirmed, and must not
 * have hidden from it, nor from another employer this member belongs to: hiding from a team is hiding from its people.
 */
export const mayBeSeenBy = ({
  employerId,
  viewerId,
}: CoderLooker): RawBuilder<boolean> => sql<boolean>`(
  users.kind = 'applicant' and users.suspended_at is null and not users.stand_in
  and users.email_verified_at is not null
  and exists (select from employers where id = ${employerId} and verified_at is not null and suspended_at is null)
  and not exists (select from account_deletions where user_id = users.id)
  and not exists (
    select from hidden_from_employers as hidden
    where hidden.user_id = users.id and hidden.employer_id = any(
      ${employerId}::uuid || array(select employer_id from employer_members where user_id = ${viewerId})))
  and (applicants.visibility = 'visible' or applicants.visibility = 'applied-employers' and ${applied(employerId)}))`;

/** Whether this employer sees the name: the coder is not anonymous, agreed to tell it, or applied there. */
export const seesNameOf = (employerId: string): RawBuilder<boolean> => sql<boolean>`(
  not applicants.anonymous
  or exists (select from name_reveals where user_id = applicants.user_id and employer_id = ${employerId})
  or ${applied(employerId)})`;

/** The coder of a public id as far as this member may see; null when they may not, or there is none. */
export async function findSeenCoder(
  db: Db,
  { publicId, employerId, viewerId }: CoderLooker & { publicId: string },
): Promise<CoderStanding | null> {
  const row = await db
    .selectFrom("applicants")
    .innerJoin("users", "users.id", "applicants.userId")
    .select(["applicants.userId", "applicants.publicId", seesNameOf(employerId).as("seesName")])
    .where("applicants.publicId", "=", publicId)
    .where(mayBeSeenBy({ employerId, viewerId }))
    .executeTakeFirst();
  return row ?? null;
}

/** Whether an employer was verified by the board and is in good standing. */
export async function isVerifiedEmployer(db: Db, employerId: string): Promise<boolean> {
  const row = await db
    .selectFrom("employers")
    .select("id")
    .where("id", "=", employerId)
    .where("verifiedAt", "is not", null)
    .where("suspendedAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
