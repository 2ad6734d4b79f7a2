import {
  type ApprenticeProof,
  type ApprenticeStanding,
  apprenticeStanding,
  parentOfApprentice,
} from "#app/domain/apprentice.ts";
import { nextCredentialStatus, VERIFICATION_METHODS } from "#app/domain/credential-lifecycle.ts";
import { CREDENTIAL_STATUS_LABELS, type CredentialStatus } from "#app/domain/credential-rule.ts";
import { verifiedAgo } from "#app/domain/credential-words.ts";
import { daysBetween } from "#app/domain/days-between.ts";
import { CREDENTIALS } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listOwnCredentials, type OwnCredential } from "#db/queries/credentials.ts";
import { type IssuerCheck, issuerCheckOf } from "./issuer-check.ts";

export interface CredentialLine {
  id: string;
  code: string;
  name: string;
  issuer: string;
  state: CredentialStatus;
  stateLabel: string;
  /** "Verified 12 days ago by issuer look-up"; null when it is not verified. */
  verified: string | null;
  /** "Expires in 12 days", "Expired 3 days ago"; null without a date. */
  expiry: string | null;
  /** "YYYY-MM-DD" or null. */
  expiresOn: string | null;
  /** Of the evidence on file. */
  evidence: { uploadedAt: string; byteSize: number } | null;
  refusal: string | null;
  revocation: string | null;
  mayUpload: boolean;
  check: IssuerCheck;
  /** null for anything but an apprentice's. */
  apprentice: { parent: string; proof: ApprenticeProof; standing: ApprenticeStanding } | null;
}

/** A person's credentials with where each stands and what they can do about it. */
export async function readCredentials(
  { db, clock }: Pick<Deps, "db" | "clock">,
  userId: string,
): Promise<CredentialLine[]> {
  const today = clock().toISOString().slice(0, 10);
  const rows = await listOwnCredentials(db, userId);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: CREDENTIALS.find(({ code }) => code === row.code)?.name ?? "",
    issuer: row.issuer,
    state: row.state,
    stateLabel: CREDENTIAL_STATUS_LABELS[row.state],
    verified: verifiedWords(row, today),
    expiry: row.expiresOn === null ? null : expiryWords(row.expiresOn, today),
    expiresOn: row.expiresOn,
    evidence: row.evidenceUploadedAt && {
      uploadedAt: row.evidenceUploadedAt.toISOString(),
      byteSize: row.evidenceBytes ?? 0,
    },
    refusal: row.status === "self-reported" ? row.refusal : null,
    revocation: row.revocation,
    mayUpload: nextCredentialStatus(row.status, "upload-evidence") !== null,
    check: issuerCheckOf(row.code),
    apprentice: apprenticeOf(row),
  }));
}

function verifiedWords(
  { verifiedOn, verifiedMethod }: OwnCredential,
  today: string,
): string | null {
  if (verifiedOn === null || verifiedMethod === null) return null;
  const words = verifiedAgo(verifiedOn, today);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${VERIFICATION_METHODS[verifiedMethod].toLowerCase()}`;
}

/** "Expires today", "Expires in 12 days", "Expired 3 days ago". */
function expiryWords(expiresOn: string, today: string): string {
  const days = daysBetween(today, expiresOn);
  if (days === 0) return "Expires today";
  const count = Math.abs(days);
  const words = `${count.toLocaleString("en-US")} ${count === 1 ? "day" : "days"}`;
  return days > 0 ? `Expires in ${words}` : `Expired ${words} ago`;
}

function apprenticeOf(row: OwnCredential): CredentialLine["apprentice"] {
  const parent = parentOfApprentice(row.code);
  if (!parent) return null;
  const proof = {
    letterMonths: row.letterMonths,
    course: row.hasCourse,
    practicode: row.hasPracticode,
  };
  return { parent, proof, standing: apprenticeStanding(proof) };
}
