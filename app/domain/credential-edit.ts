import type { CredentialStatus } from "./credential-rule.ts";
import type { CredentialEntry } from "./profile-snapshot.ts";

/** A credential as its holder may state it: everything but the status, which is the board's to give. */
export type CredentialClaim = Omit<CredentialEntry, "status">;

/**
 * The status of a credential after its holder edited it. What the board verified was this issuer, number and these
 * dates; another one is a new claim. A revocation stays until the board lifts it.
 */
export function statusAfterEdit(
  claim: CredentialClaim,
  before: CredentialEntry | undefined,
): CredentialStatus {
  if (!before) return "self-reported";
  if (before.status === "revoked") return "revoked";
  const same =
    claim.code === before.code &&
    claim.issuer === before.issuer &&
    claim.number === before.number &&
    claim.earnedOn === before.earnedOn &&
    claim.expiresOn === before.expiresOn;
  return same ? before.status : "self-reported";
}
