import type { Db } from "#db/client.ts";
import { insertRows, type SeedRow } from "../insert-rows.ts";
import { kebabCase, seededUuid } from "../seeded-ids.ts";
import { DEMO_EMPLOYER, DEMO_TEAM, ownerName } from "./people.ts";
import { type SeededUser, userRow } from "./user-row.ts";
import { EXAMPLE_JOBS, type ExampleJob } from "./world-data.ts";

export interface SeededEmployer {
  id: string;
  ownerId: string;
}

/** The employers of the example jobs with their owners, and the demo employer's whole team; by name. */
export async function seedEmployers(
  db: Db,
  given: SeededUser,
): Promise<Map<string, SeededEmployer>> {
  const byName = new Map(EXAMPLE_JOBS.map(({ employer }) => [employer.name, employer]));
  const seeded = new Map<string, SeededEmployer>();
  const users: SeedRow<"users">[] = [];
  const rows: SeedRow<"employers">[] = [];
  const members: SeedRow<"employerMembers">[] = [];
  for (const [index, employer] of [...byName.values()].entries()) {
    const id = seededUuid(`employer ${employer.name}`);
    const ownerId = seededUuid(`owner ${employer.name}`);
    const domain = employer.apply_email.split("@")[1] ?? "example.com";
    seeded.set(employer.name, { id, ownerId });
    const owner = { id: ownerId, email: employer.apply_email, name: ownerName(index) };
    users.push(userRow({ ...owner, kind: "employer" }, given));
    rows.push(employerRow(id, employer, domain, given.now));
    members.push({ employerId: id, userId: ownerId, role: "owner" });
    if (employer.name !== DEMO_EMPLOYER) continue;
    for (const { role, name, mailbox } of DEMO_TEAM) {
      const userId = seededUuid(`${role} ${employer.name}`);
      users.push(
        userRow({ id: userId, email: `${mailbox}@${domain}`, name, kind: "employer" }, given),
      );
      members.push({ employerId: id, userId, role });
    }
  }
  await insertRows(db, "users", users);
  await insertRows(db, "employers", rows);
  await insertRows(db, "employerMembers", members);
  return seeded;
}

const employerRow = (
  id: string,
  { name, type, city, state }: ExampleJob["employer"],
  domain: string,
  now: Date,
): SeedRow<"employers"> => ({
  id,
  slug: kebabCase(name),
  name,
  kind: type,
  website: `https://${domain}`,
  about: `${name} hires coders out of ${city}, ${state}. We state pay, production and accuracy in every posting, and we answer everyone who applies.`,
  city,
  state,
  verifiedAt: now,
  createdAt: now,
  updatedAt: now,
});
