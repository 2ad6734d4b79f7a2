import type { Db, RootDb } from "#db/client.ts";
import { insertRows } from "../insert-rows.ts";
import { applicationRows, EXAMPLE_APPLICATIONS } from "./application-rows.ts";
import { type DemoAccount, openDemoAccounts, writeDemoAccounts } from "./demo-accounts.ts";
import { type SeededEmployer, seedEmployers } from "./employers.ts";
import { jobRows } from "./job-rows.ts";
import { freshPassword, hashPassword } from "./people.ts";
import { profileRows, profileUserId } from "./profile-rows.ts";
import { type SeededUser, userRow } from "./user-row.ts";
import { EXAMPLE_JOBS, EXAMPLE_PROFILES } from "./world-data.ts";

export interface SeedWorld {
  db: RootDb;
  /** Where `demo-accounts.json` goes. */
  varDir: string;
  now: Date;
}

/** True while nobody has an account: the only state in which a first start seeds by itself. */
export async function isEmptyWorld(db: Db): Promise<boolean> {
  return !(await db.selectFrom("users").select("id").limit(1).executeTakeFirst());
}

/**
 * Fills an empty, migrated database with the example world, all or nothing, and answers the demo accounts. Their
 * passwords are made here and now; everybody else's is the hash of a secret nobody kept.
 */
export async function seedExampleWorld({ db, varDir, now }: SeedWorld): Promise<DemoAccount[]> {
  const unusable = await hashPassword(freshPassword());
  return db.transaction().execute(async (transaction) => {
    const employers = await seedEmployers(transaction, { unusable, now });
    await seedJobs(transaction, employers, now);
    await seedProfiles(transaction, { unusable, now });
    await seedApplications(transaction, employers, now);
    const accounts = await openDemoAccounts(transaction, { unusable, now });
    // Before the commit: a crash in between must not leave accounts whose passwords nobody knows.
    await writeDemoAccounts(varDir, accounts);
    return accounts;
  });
}

async function seedJobs(db: Db, employers: Map<string, SeededEmployer>, now: Date): Promise<void> {
  const rows = EXAMPLE_JOBS.map((job) => {
    const employer = employers.get(job.employer.name);
    if (!employer) throw new Error(`${job.id} has no employer.`);
    return jobRows(job, { employerId: employer.id, ownerId: employer.ownerId, now });
  });
  await insertRows(
    db,
    "jobs",
    rows.map(({ job }) => job),
  );
  await insertRows(
    db,
    "jobRequirements",
    rows.flatMap(({ requirements }) => requirements),
  );
  await insertRows(
    db,
    "jobEvents",
    rows.map(({ event }) => event),
  );
}

async function seedProfiles(db: Db, given: SeededUser): Promise<void> {
  const users = EXAMPLE_PROFILES.map(({ id, email, name }) =>
    userRow({ id: profileUserId(id), email, name, kind: "applicant" }, given),
  );
  const rows = EXAMPLE_PROFILES.map((profile) => profileRows(profile, given.now));
  await insertRows(db, "users", users);
  await insertRows(
    db,
    "applicants",
    rows.map(({ applicant }) => applicant),
  );
  for (const row of rows) {
    await insertRows(db, "applicantExperience", row.experience);
    await insertRows(db, "applicantCredentials", row.credentials);
    await insertRows(db, "applicantWork", row.work);
    await insertRows(db, "applicantEducation", row.education);
  }
}

async function seedApplications(
  db: Db,
  employers: Map<string, SeededEmployer>,
  now: Date,
): Promise<void> {
  for (const source of EXAMPLE_APPLICATIONS) {
    const job = EXAMPLE_JOBS.find(({ id }) => id === source.job);
    const profile = EXAMPLE_PROFILES.find(({ id }) => id === source.profile);
    const employer = employers.get(job?.employer.name ?? "");
    if (!job || !profile || !employer)
      throw new Error(`${source.job} is not in the example world.`);
    const { ownerId } = employer;
    const { application, events } = applicationRows(source, { job, profile, ownerId, now });
    await insertRows(db, "applications", [application]);
    await insertRows(db, "applicationEvents", events);
  }
}
