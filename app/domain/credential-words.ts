import { credentialState } from "./credential-lifecycle.ts";
import { CREDENTIAL_STATUS_LABELS, type CredentialStatus } from "./credential-rule.ts";
import { daysBetween } from "./days-between.ts";

interface Standing {
  status: CredentialStatus;
  /** "YYYY-MM-DD" or null. */
  expiresOn: string | null;
  /** "YYYY-MM-DD"; null or absent when the board did not verify it, or from a snapshot older than this field. */
  verifiedOn?: string | null | undefined;
}

/**
 * How far to trust a credential, in the middle of a sentence: "verified 12 days ago", "verified, expires soon",
 * "self-reported", or "expired" where the date has passed, whatever the status says. `today` is "YYYY-MM-DD".
 */
export function credentialStanding(
  { status, expiresOn, verifiedOn = null }: Standing,
  today: string,
): string {
  if (status === "revoked") return CREDENTIAL_STATUS_LABELS.revoked.toLowerCase();
  const vouched = status === "verified" || status === "expiring";
  const state = credentialState(
    { status: vouched ? "verified" : asStated(status), expiresOn },
    today,
  );
  if (state === "lapsed") return "expired";
  if (!vouched) return CREDENTIAL_STATUS_LABELS[status].toLowerCase();
  const verified = verifiedOn === null ? "verified" : verifiedAgo(verifiedOn, today);
  return state === "expiring" ? `${verified}, expires soon` : verified;
}

/** "verified today", "verified yesterday", "verified 12 days ago": never a bare tick. */
export function verifiedAgo(verifiedOn: string, today: string): string {
  const days = Math.max(0, daysBetween(verifiedOn, today));
  if (days === 0) return "verified today";
  return days === 1 ? "verified yesterday" : `verified ${days.toLocaleString("en-US")} days ago`;
}

// A lapse once written into a snapshot stands for itself only while its date does not say otherwise.
const asStated = (status: CredentialStatus) =>
  status === "evidence-uploaded" ? "evidence-uploaded" : "self-reported";
