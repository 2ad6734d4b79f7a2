import type { MemberRole } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import type { Employer, NewEmployer } from "#db/schema/employers.ts";
import type { NewUser, User } from "#db/schema/users.ts";
import { makeUser, unique } from "./user.ts";

export async function makeEmployer(db: Db, values: Partial<NewEmployer> = {}): Promise<Employer> {
  return db
    .insertInto("employers")
    .values({
      slug: `harborline-${unique()}`,
      name: "Harborline Heart Institute",
      kind: "physician-group",
      website: null,
      city: "Tampa",
      state: "FL",
      logoFileId: null,
      verifiedAt: null,
      ...values,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A user with an employer account who is a member of `employerId`. */
export async function makeMember(
  db: Db,
  employerId: string,
  role: MemberRole = "owner",
  values: Partial<NewUser> = {},
): Promise<User> {
  const user = await makeUser(db, { name: "Morgan Member", kind: "employer", ...values });
  await db.insertInto("employerMembers").values({ employerId, userId: user.id, role }).execute();
  return user;
}
