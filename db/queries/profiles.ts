import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { credentialStateOf, verifiedOnOf } from "./credential-state.ts";

/** A profile without the account's name and address: what the editor edits. */
export type Profile = Omit<ProfileSnapshot, "name" | "email">;

export interface StoredProfile {
  profile: Profile;
  /** Counts saves; 0 when nothing was ever saved. */
  version: number;
  /** What was typed but not saved, by field name; null when there is none. */
  draft: Record<string, string[]> | null;
}

const COLUMNS = [
  "applicants.headline",
  "applicants.about",
  "applicants.city",
  "applicants.state",
  "applicants.eligibleStates",
  "applicants.workModes",
  "applicants.employmentTypes",
  "applicants.payWishedType",
  "applicants.payWishedMin",
  "applicants.experienceLevel",
  "applicants.available",
  "applicants.specialties",
  "applicants.settings",
  "applicants.software",
] as const;

const NOTHING_YET: Profile = {
  headline: "",
  about: "",
  city: null,
  state: null,
  eligibleStates: [],
  workModes: [],
  employmentTypes: [],
  payWishedType: null,
  payWishedMin: null,
  experienceLevel: null,
  available: "",
  specialties: [],
  settings: [],
  software: [],
  experience: [],
  credentials: [],
  work: [],
  education: [],
};

const selectProfile = (db: Db, userId: string) =>
  db
    .selectFrom("applicants")
    .select(COLUMNS)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("applicantExperience as e")
          .select([
            "e.familyId",
            "e.months",
            "e.lastUsedOn",
            "e.accuracyPercent",
            "e.volume",
            "e.volumeUnit",
          ])
          .whereRef("e.userId", "=", "applicants.userId")
          .orderBy("e.position"),
      ).as("experience"),
      jsonArrayFrom(
        eb
          .selectFrom("applicantCredentials as c")
          .select(["c.code", "c.issuer", "c.number", "c.earnedOn", "c.expiresOn"])
          .select([credentialStateOf("c").as("status"), verifiedOnOf("c").as("verifiedOn")])
          .whereRef("c.userId", "=", "applicants.userId")
          .orderBy("c.position"),
      ).as("credentials"),
      jsonArrayFrom(
        eb
          .selectFrom("applicantWork as w")
          .select(["w.employer", "w.title", "w.setting", "w.startedOn", "w.endedOn", "w.summary"])
          .whereRef("w.userId", "=", "applicants.userId")
          .orderBy("w.position"),
      ).as("work"),
      jsonArrayFrom(
        eb
          .selectFrom("applicantEducation as s")
          .select(["s.institution", "s.study", "s.level", "s.finishedYear"])
          .whereRef("s.userId", "=", "applicants.userId")
          .orderBy("s.position"),
      ).as("education"),
    ])
    .where("applicants.userId", "=", userId);

/** The profile, its version and its unsaved draft; an empty one for an applicant who never saved. */
export async function readProfile(db: Db, userId: string): Promise<StoredProfile> {
  const row = await selectProfile(db, userId)
    .select(["applicants.version", "applicants.formDraft"])
    .executeTakeFirst();
  if (!row) return { profile: NOTHING_YET, version: 0, draft: null };
  const { version, formDraft, ...profile } = row;
  return { profile, version, draft: formDraft };
}

/** The profile with the account's name and address, as an application freezes it; null for an unknown user. */
export async function readProfileSnapshot(db: Db, userId: string): Promise<ProfileSnapshot | null> {
  const user = await db
    .selectFrom("users")
    .select(["name", "email"])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!user) return null;
  const profile = await selectProfile(db, userId).executeTakeFirst();
  return { ...user, ...(profile ?? NOTHING_YET) };
}
