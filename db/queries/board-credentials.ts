import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { credentialStateOf, verifiedOnOf } from "./credential-state.ts";

export type CredentialList = "waiting" | "verified" | "revoked";

const STATUS = {
  waiting: "evidence-uploaded",
  verified: "verified",
  revoked: "revoked",
} as const;

const ofList = (db: Db, list: CredentialList) =>
  db
    .selectFrom("applicantCredentials as c")
    .innerJoin("users", "users.id", "c.userId")
    .where("c.status", "=", STATUS[list]);

export async function countCredentialsForBoard(db: Db, list: CredentialList): Promise<number> {
  const { count } = await ofList(db, list)
    .select(sql<number>`count(*)::int`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Waiting ones the longest waiting first, decided ones the latest first. */
export const listCredentialsForBoard = (
  db: Db,
  { list, limit, offset }: { list: CredentialList; limit: number; offset: number },
) =>
  ofList(db, list)
    .select([
      "c.id",
      "c.code",
      "c.issuer",
      "c.expiresOn",
      "c.evidenceUploadedAt",
      "c.verifiedAt",
      "c.revokedAt",
      "users.name",
      credentialStateOf("c").as("state"),
      verifiedOnOf("c").as("verifiedOn"),
    ])
    .$if(list === "waiting", (query) => query.orderBy("c.evidenceUploadedAt").orderBy("c.id"))
    .$if(list === "verified", (query) =>
      query.orderBy("c.verifiedAt", "desc").orderBy("c.id", "desc"),
    )
    .$if(list === "revoked", (query) =>
      query.orderBy("c.revokedAt", "desc").orderBy("c.id", "desc"),
    )
    .limit(limit)
    .offset(offset)
    .execute();

/** A credential with its holder and whoever verified it; null for an unknown id. */
export async function findCredentialForBoard(db: Db, id: string) {
  const row = await db
    .selectFrom("applicantCredentials as c")
    .innerJoin("users", "users.id", "c.userId")
    .leftJoin("users as verifier", "verifier.id", "c.verifiedBy")
    .leftJoin("files", "files.id", "c.evidenceFileId")
    .selectAll("c")
    .select([
      "users.name",
      "users.email",
      "verifier.name as verifierName",
      "files.contentType as evidenceType",
      "files.byteSize as evidenceBytes",
      credentialStateOf("c").as("state"),
      verifiedOnOf("c").as("verifiedOn"),
    ])
    .where("c.id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}
