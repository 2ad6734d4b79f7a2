import { nextCredentialStatus, type StoredCredentialStatus } from "./credential-lifecycle.ts";
import type { CredentialEntry } from "./profile-snapshot.ts";

/** A credential as its holder may state it: everything but its standing, which is the board's to give. */
export type CredentialClaim = Omit<CredentialEntry, "status" | "verifiedOn">;

export interface StoredCredential extends CredentialClaim {
  status: StoredCredentialStatus;
}

/**
 * The status of a credential after its holder edited it. What the board verified was this issuer, number and these
 * dates; another one is a new claim. A revocation stays until the board lifts it.
 */
export function statusAfterEdit(
  claim: CredentialClaim,
  before: StoredCredential | undefined,
): StoredCredentialStatus {
  if (!before) return "self-reported";
  const same =
    claim.code === before.code &&
    claim.issuer === before.issuer &&
    claim.number === before.number &&
    claim.earnedOn === before.earnedOn &&
    claim.expiresOn === before.expiresOn;
  return same ? before.status : (nextCredentialStatus(before.status, "edit") ?? before.status);
}
