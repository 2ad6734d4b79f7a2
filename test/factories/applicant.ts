import type { Experience } from "#app/domain/requirement.ts";
import type { Db } from "#db/client.ts";
import type { Applicant, NewApplicant } from "#db/schema/applicants.ts";
import type { NewUser, User } from "#db/schema/users.ts";
import { makeUser } from "./user.ts";

export interface ApplicantValues extends Partial<NewApplicant> {
  user?: Partial<NewUser>;
  experience?: Partial<Experience>[];
  /** Credential codes held, self-reported. */
  credentials?: string[];
}

/** A user with a profile: three years of coronary intervention, CPC, Florida. */
export async function makeApplicant(
  db: Db,
  values: ApplicantValues = {},
): Promise<{ user: User; profile: Applicant }> {
  const { user: userValues, experience = [{}], credentials = ["CPC"], ...columns } = values;
  const user = await makeUser(db, { name: "Alex Applicant", ...userValues });
  const profile = await db
    .insertInto("applicants")
    .values({
      userId: user.id,
      headline: "Cardiology coder",
      city: "Tampa",
      state: "FL",
      zip: "33602",
      eligibleStates: ["FL"],
      workModes: ["remote"],
      employmentTypes: ["full-time"],
      experienceLevel: "mid",
      specialties: ["interventional-cardiology"],
      settings: ["professional-fee"],
      software: ["epic"],
      ...columns,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const families = experience.map((entry, position) => ({
    userId: user.id,
    familyId: "cpt-coronary-intervention",
    months: 36,
    lastUsedOn: "2026-10-01",
    accuracyPercent: 96,
    volume: null,
    volumeUnit: null,
    ...entry,
    position,
  }));
  if (families.length > 0) await db.insertInto("applicantExperience").values(families).execute();
  const held = credentials.map((code, position) => ({ userId: user.id, code, position }));
  if (held.length > 0) await db.insertInto("applicantCredentials").values(held).execute();
  return { user, profile };
}
