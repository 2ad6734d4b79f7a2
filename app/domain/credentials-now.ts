import type { CredentialStatus } from "./credential-rule.ts";
import type { CredentialEntry } from "./profile-snapshot.ts";

/** What the board decided about a credential, as it stands today. */
export interface DecidedCredential {
  code: string;
  state: CredentialStatus;
  expiresOn: string | null;
  verifiedOn: string | null;
}

/**
 * The credentials an application was sent with, each as far as the board has decided about it since: a verification
 * or a revocation reaches applications already sent. What its holder changed later does not.
 */
export const credentialsNow = (
  sent: readonly CredentialEntry[],
  decided: readonly DecidedCredential[],
): CredentialEntry[] =>
  sent.map((one) => {
    const now = decided.find(({ code }) => code === one.code);
    if (!now) return one;
    const { state: status, expiresOn, verifiedOn } = now;
    return { ...one, status, expiresOn, verifiedOn };
  });
