/**
 * Which credentials a job asks for: any of the groups suffices, a group needs all of its members.
 * `[["RHIT", "CCS"], ["CIC"]]` reads "RHIT and CCS, or CIC". An empty rule asks for none.
 */
export type CredentialRule = string[][];

export type CredentialStatus =
  | "self-reported"
  | "evidence-uploaded"
  | "verified"
  | "expiring"
  | "lapsed"
  | "revoked";

export const CREDENTIAL_STATUS_LABELS: Record<CredentialStatus, string> = {
  "self-reported": "Self-reported",
  "evidence-uploaded": "Evidence uploaded",
  verified: "Verified",
  expiring: "Verified, expires soon",
  lapsed: "Lapsed",
  revoked: "Revoked",
};

/** "RHIT and CCS, or CIC"; "None required" for an empty rule. */
export function describeCredentialRule(rule: CredentialRule): string {
  const groups = rule.filter((group) => group.length > 0).map((group) => group.join(" and "));
  if (groups.length === 0) return "None required";
  if (groups.length === 1) return groups[0] ?? "";
  const compound = groups.some((group) => group.includes(" and "));
  const last = groups[groups.length - 1];
  return `${groups.slice(0, -1).join(", ")}${compound || groups.length > 2 ? "," : ""} or ${last}`;
}

/** Every credential named anywhere in the rule, once each, in reading order. */
export const credentialsInRule = (rule: CredentialRule): string[] => [...new Set(rule.flat())];

/** Credentials that count today: a lapsed or revoked one satisfies nothing. */
export interface HeldCredential {
  code: string;
  status: CredentialStatus;
  /** "YYYY-MM-DD" or null when it does not expire or was not stated. */
  expiresOn: string | null;
}

export const isCurrent = (held: HeldCredential, today: string): boolean =>
  held.status !== "lapsed" &&
  held.status !== "revoked" &&
  (held.expiresOn === null || held.expiresOn >= today);

/**
 * Does a set of credentials satisfy the rule? An apprentice credential (CPC-A) stands in for its parent
 * (CPC) only where the job accepts apprentices. `today` is "YYYY-MM-DD".
 */
export function satisfiesRule(
  rule: CredentialRule,
  held: readonly HeldCredential[],
  { acceptsApprentices, today }: { acceptsApprentices: boolean; today: string },
): boolean {
  const groups = rule.filter((group) => group.length > 0);
  if (groups.length === 0) return true;
  const codes = new Set(held.filter((one) => isCurrent(one, today)).map((one) => one.code));
  const has = (code: string) => codes.has(code) || (acceptsApprentices && codes.has(`${code}-A`));
  return groups.some((group) => group.every(has));
}
