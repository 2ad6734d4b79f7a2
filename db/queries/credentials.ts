import { sql } from "kysely";
import type { DecidedCredential } from "#app/domain/credentials-now.ts";
import type { Db } from "#db/client.ts";
import type {
  ApplicantCredential,
  ApplicantCredentialUpdate,
} from "#db/schema/applicant-credentials.ts";
import { credentialStateOf, verifiedOnOf } from "./credential-state.ts";

/** A person's credentials in the order of their profile, each with where it stands today. */
export const listOwnCredentials = (db: Db, userId: string) =>
  db
    .selectFrom("applicantCredentials as c")
    .leftJoin("files", "files.id", "c.evidenceFileId")
    .selectAll("c")
    .select([
      credentialStateOf("c").as("state"),
      verifiedOnOf("c").as("verifiedOn"),
      "files.byteSize as evidenceBytes",
    ])
    .where("c.userId", "=", userId)
    .orderBy("c.position")
    .limit(100)
    .execute();

export type OwnCredential = Awaited<ReturnType<typeof listOwnCredentials>>[number];

/** One credential, locked until the transaction ends; null for an unknown id or, with `userId`, anyone else's. */
export async function holdCredential(
  db: Db,
  { id, userId }: { id: string; userId?: string },
): Promise<ApplicantCredential | null> {
  const row = await db
    .selectFrom("applicantCredentials")
    .selectAll()
    .where("id", "=", id)
    .$if(userId !== undefined, (query) => query.where("userId", "=", userId ?? ""))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Changes a held credential and counts the change. */
export async function updateCredential(
  db: Db,
  id: string,
  changes: ApplicantCredentialUpdate,
): Promise<void> {
  await db
    .updateTable("applicantCredentials")
    .set({ ...changes, version: sql<number>`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** The stored evidence of a credential; null without any or, with `userId`, for anyone else's. */
export async function findEvidence(
  db: Db,
  { id, userId }: { id: string; userId?: string },
): Promise<{ code: string; storageKey: string; contentType: string; byteSize: number } | null> {
  const row = await db
    .selectFrom("applicantCredentials as c")
    .innerJoin("files", "files.id", "c.evidenceFileId")
    .select(["c.code", "files.storageKey", "files.contentType", "files.byteSize"])
    .where("c.id", "=", id)
    .$if(userId !== undefined, (query) => query.where("c.userId", "=", userId ?? ""))
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a credential off the profile. Its evidence becomes a file nobody names, which the sweep removes. */
export async function deleteCredential(db: Db, id: string): Promise<void> {
  await db.deleteFrom("applicantCredentials").where("id", "=", id).execute();
}

/** The same claim under another code, as its holder states it now: nothing decided or shown comes along. */
export async function restateCredential(db: Db, id: string, code: string): Promise<void> {
  await db
    .updateTable("applicantCredentials")
    .set({
      code,
      status: "self-reported",
      evidenceFileId: null,
      evidenceUploadedAt: null,
      verifiedMethod: null,
      verifiedBy: null,
      verifiedAt: null,
      refusedAt: null,
      refusal: null,
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

export async function findOwnCredentialByCode(
  db: Db,
  { userId, code }: { userId: string; code: string },
): Promise<ApplicantCredential | null> {
  const row = await db
    .selectFrom("applicantCredentials")
    .selectAll()
    .where("userId", "=", userId)
    .where("code", "=", code)
    .executeTakeFirst();
  return row ?? null;
}

/** Where the board's decisions on these people's credentials stand today: verified ones and revoked ones. */
export const listDecidedCredentials = (
  db: Db,
  userIds: readonly string[],
): Promise<(DecidedCredential & { userId: string })[]> =>
  userIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("applicantCredentials as c")
        .select(["c.userId", "c.code", "c.expiresOn"])
        .select([credentialStateOf("c").as("state"), verifiedOnOf("c").as("verifiedOn")])
        .where("c.userId", "in", [...userIds])
        .where("c.status", "in", ["verified", "revoked"])
        .execute();
