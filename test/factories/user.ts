import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Db } from "#db/client.ts";
import type { NewUser, User } from "#db/schema/users.ts";

/** The password of every factory user. */
export const PASSWORD = "correct horse battery staple";

let passwordHash: Promise<string> | null = null;

export const unique = (): string => randomBytes(5).toString("hex");

/** A user whose e-mail address is verified; an applicant unless `kind` says otherwise. */
export async function makeUser(db: Db, values: Partial<NewUser> = {}): Promise<User> {
  // Cheap parameters on purpose: a verifier reads them from the hash.
  passwordHash ??= hash(PASSWORD, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
  return db
    .insertInto("users")
    .values({
      email: `person-${unique()}@example.com`,
      name: "Pat Person",
      kind: "applicant",
      passwordHash: await passwordHash,
      emailVerifiedAt: new Date(),
      suspendedAt: null,
      ...values,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
