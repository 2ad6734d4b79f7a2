import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#db/client.ts";
import { insertRows } from "../insert-rows.ts";
import { seededUuid } from "../seeded-ids.ts";
import { ADMIN, DEMO_EMPLOYER, DEMO_PROFILE, freshPassword, hashPassword } from "./people.ts";
import { profileUserId } from "./profile-rows.ts";
import { type SeededUser, userRow } from "./user-row.ts";

/** A way in for whoever tries the board out. */
export interface DemoAccount {
  role: "applicant" | "employer" | "recruiter" | "viewer" | "admin";
  email: string;
  password: string;
}

const demoUsers = (): { role: DemoAccount["role"]; id: string }[] => [
  { role: "applicant", id: profileUserId(DEMO_PROFILE) },
  { role: "employer", id: seededUuid(`owner ${DEMO_EMPLOYER}`) },
  { role: "recruiter", id: seededUuid(`recruiter ${DEMO_EMPLOYER}`) },
  { role: "viewer", id: seededUuid(`viewer ${DEMO_EMPLOYER}`) },
  { role: "admin", id: seededUuid(ADMIN.email) },
];

/** Adds the admin and gives each demo user a password of its own. */
export async function openDemoAccounts(db: Db, given: SeededUser): Promise<DemoAccount[]> {
  const admin = { id: seededUuid(ADMIN.email), ...ADMIN, kind: "admin" } as const;
  await insertRows(db, "users", [userRow(admin, given)]);
  const accounts: DemoAccount[] = [];
  for (const { role, id } of demoUsers()) {
    const password = freshPassword();
    const { email } = await db
      .updateTable("users")
      .set({ passwordHash: await hashPassword(password) })
      .where("id", "=", id)
      .returning("email")
      .executeTakeFirstOrThrow();
    accounts.push({ role, email, password });
  }
  return accounts;
}

/** Writes `demo-accounts.json`, readable by its owner only, whole or not at all. */
export async function writeDemoAccounts(
  varDir: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  await mkdir(varDir, { recursive: true });
  const file = path.join(varDir, "demo-accounts.json");
  await writeFile(`${file}.part`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
