import type { Db } from "#db/client.ts";

/** Those of an employer who are written to about its standing and its jobs: its owners, and the author of a job. */
export const listEmployerContacts = (
  db: Db,
  { employerId, authorId = null }: { employerId: string; authorId?: string | null },
): Promise<{ name: string; address: string }[]> =>
  db
    .selectFrom("employerMembers")
    .innerJoin("users", "users.id", "employerMembers.userId")
    .select(["users.name", "users.email as address"])
    .where("employerMembers.employerId", "=", employerId)
    .where((eb) =>
      eb.or([
        eb("employerMembers.role", "=", "owner"),
        ...(authorId ? [eb("users.id", "=", authorId)] : []),
      ]),
    )
    .where("users.emailVerifiedAt", "is not", null)
    .where("users.suspendedAt", "is", null)
    .orderBy("users.id")
    .limit(20)
    .execute();
