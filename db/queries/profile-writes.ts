import { sql } from "kysely";
import type { StoredCredential } from "#app/domain/credential-edit.ts";
import type { VerificationMethod } from "#app/domain/credential-lifecycle.ts";
import type { EducationEntry, WorkEntry } from "#app/domain/profile-snapshot.ts";
import type { Experience } from "#app/domain/requirement.ts";
import type { Db } from "#db/client.ts";
import type { ApplicantUpdate } from "#db/schema/applicants.ts";
import { toJson } from "#db/schema/json-column.ts";
import type { Profile } from "./profiles.ts";

export type ProfileColumns = Omit<Profile, "experience" | "credentials" | "work" | "education">;

/** An empty profile (version 0) where there is none. */
export async function insertProfileIfMissing(db: Db, userId: string): Promise<void> {
  await db
    .insertInto("applicants")
    .values({ userId, version: 0 })
    .onConflict((conflict) => conflict.column("userId").doNothing())
    .execute();
}

/** Writes the columns if nobody saved since `version`, and drops the draft. True when it did. */
export async function updateProfile(
  db: Db,
  { userId, version, columns }: { userId: string; version: number; columns: ProfileColumns },
): Promise<boolean> {
  const update: ApplicantUpdate = { ...columns };
  const { numUpdatedRows } = await db
    .updateTable("applicants")
    .set({ ...update, version: version + 1, formDraft: null, updatedAt: sql`now()` })
    .where("userId", "=", userId)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Counts a change made outside the editor, whose open windows are refused from now on; the draft becomes this one. */
export async function touchProfile(
  db: Db,
  { userId, draft }: { userId: string; draft: Record<string, string[]> | null },
): Promise<void> {
  await db
    .updateTable("applicants")
    .set({
      version: sql<number>`version + 1`,
      formDraft: draft === null ? null : toJson(draft),
      updatedAt: sql`now()`,
    })
    .where("userId", "=", userId)
    .execute();
}

/**
 * Keeps what was typed. Refused (false) when the profile was saved since `version`: an autosave that arrives
 * after a save must not bring the old text back.
 */
export async function updateProfileDraft(
  db: Db,
  {
    userId,
    version,
    draft,
  }: { userId: string; version: number; draft: Record<string, string[]> | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("applicants")
    .set({ formDraft: draft === null ? null : toJson(draft) })
    .where("userId", "=", userId)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const numbered = <Row>(userId: string, rows: readonly Row[]) =>
  rows.map((row, position) => ({ ...row, userId, position }));

export async function replaceExperience(
  db: Db,
  userId: string,
  rows: readonly Experience[],
): Promise<void> {
  await db.deleteFrom("applicantExperience").where("userId", "=", userId).execute();
  if (rows.length === 0) return;
  await db.insertInto("applicantExperience").values(numbered(userId, rows)).execute();
}

export async function replaceWork(
  db: Db,
  userId: string,
  rows: readonly WorkEntry[],
): Promise<void> {
  await db.deleteFrom("applicantWork").where("userId", "=", userId).execute();
  if (rows.length === 0) return;
  await db.insertInto("applicantWork").values(numbered(userId, rows)).execute();
}

export async function replaceEducation(
  db: Db,
  userId: string,
  rows: readonly EducationEntry[],
): Promise<void> {
  await db.deleteFrom("applicantEducation").where("userId", "=", userId).execute();
  if (rows.length === 0) return;
  await db.insertInto("applicantEducation").values(numbered(userId, rows)).execute();
}

/** The credentials on record, locked until the transaction ends: a verification may be on its way. */
export const lockCredentials = (db: Db, userId: string): Promise<StoredCredential[]> =>
  db
    .selectFrom("applicantCredentials")
    .select(["code", "issuer", "number", "earnedOn", "expiresOn", "status"])
    .where("userId", "=", userId)
    .orderBy("position")
    .forUpdate()
    .execute();

const isNewClaim = sql<boolean>`(applicant_credentials.issuer, applicant_credentials.number,
  applicant_credentials.earned_on, applicant_credentials.expires_on)
  is distinct from (excluded.issuer, excluded.number, excluded.earned_on, excluded.expires_on)`;

// What was shown and decided belongs to the claim as it was; a new claim starts without it. A revocation stays.
const kept = <Value>(column: string) =>
  sql<Value>`case when ${isNewClaim} and applicant_credentials.status <> 'revoked'
    then null else ${sql.ref(`applicant_credentials.${column}`)} end`;

const forgottenUnlessKept = {
  evidenceFileId: kept<string | null>("evidence_file_id"),
  evidenceUploadedAt: kept<Date | null>("evidence_uploaded_at"),
  verifiedMethod: kept<VerificationMethod | null>("verified_method"),
  verifiedBy: kept<string | null>("verified_by"),
  verifiedAt: kept<Date | null>("verified_at"),
  refusedAt: kept<Date | null>("refused_at"),
  refusal: kept<string | null>("refusal"),
  version: sql<number>`applicant_credentials.version + case when ${isNewClaim} then 1 else 0 end`,
};

/** Makes the record hold exactly these; a credential that stays keeps its row, and with it its evidence. */
export async function writeCredentials(
  db: Db,
  userId: string,
  rows: readonly StoredCredential[],
): Promise<void> {
  const codes = rows.map(({ code }) => code);
  await db
    .deleteFrom("applicantCredentials")
    .where("userId", "=", userId)
    .$if(codes.length > 0, (query) => query.where("code", "not in", codes))
    .execute();
  if (rows.length === 0) return;
  await db
    .insertInto("applicantCredentials")
    .values(numbered(userId, rows))
    .onConflict((conflict) =>
      conflict.columns(["userId", "code"]).doUpdateSet((eb) => ({
        issuer: eb.ref("excluded.issuer"),
        number: eb.ref("excluded.number"),
        earnedOn: eb.ref("excluded.earnedOn"),
        expiresOn: eb.ref("excluded.expiresOn"),
        status: eb.ref("excluded.status"),
        position: eb.ref("excluded.position"),
        ...forgottenUnlessKept,
      })),
    )
    .execute();
}
