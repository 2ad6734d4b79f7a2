import { CREDENTIAL_STATUS_LABELS, type CredentialStatus } from "./credential-rule.ts";
import { daysBetween } from "./days-between.ts";
import { DomainError } from "./errors.ts";

/** What a row holds. Expiring and lapsed follow from the date and are never stored (`credentialState`). */
export type StoredCredentialStatus = Exclude<CredentialStatus, "expiring" | "lapsed">;

export type CredentialAction =
  | "upload-evidence"
  | "remove-evidence"
  | "edit"
  | "verify"
  | "refuse"
  | "revoke";

/** How the board convinced itself. */
export const VERIFICATION_METHODS = {
  "issuer-look-up": "Issuer look-up",
  document: "Document",
  "issuer-letter": "Letter from the issuer",
} as const;

export type VerificationMethod = keyof typeof VERIFICATION_METHODS;

/** Days before its expiry at which a holder is reminded, the longest first. */
const REMINDER_DAYS = [90, 30, 7] as const;

export type ReminderDays = (typeof REMINDER_DAYS)[number];

const EXPIRING_DAYS = 90;

export const STORED_CREDENTIAL_STATUSES: readonly StoredCredentialStatus[] = [
  "self-reported",
  "evidence-uploaded",
  "verified",
  "revoked",
];

/** The only way a credential's stored status changes. A revocation is final for this claim. */
const TRANSITIONS: Record<
  CredentialAction,
  { from: readonly StoredCredentialStatus[]; to: StoredCredentialStatus }
> = {
  "upload-evidence": { from: ["self-reported", "evidence-uploaded"], to: "evidence-uploaded" },
  "remove-evidence": { from: ["evidence-uploaded"], to: "self-reported" },
  edit: { from: ["self-reported", "evidence-uploaded", "verified"], to: "self-reported" },
  verify: { from: ["self-reported", "evidence-uploaded"], to: "verified" },
  refuse: { from: ["evidence-uploaded"], to: "self-reported" },
  revoke: { from: ["verified"], to: "revoked" },
};

/** The stored status `action` leads to, or null when the present one does not allow it. */
export function nextCredentialStatus(
  from: StoredCredentialStatus,
  action: CredentialAction,
): StoredCredentialStatus | null {
  const transition = TRANSITIONS[action];
  return transition.from.includes(from) ? transition.to : null;
}

/** As `nextCredentialStatus`, throwing `DomainError("illegal-move")` with a sentence for the person. */
export function requireCredentialStatus(
  from: StoredCredentialStatus,
  action: CredentialAction,
): StoredCredentialStatus {
  const to = nextCredentialStatus(from, action);
  if (to) return to;
  throw new DomainError(
    "illegal-move",
    `This credential is ${CREDENTIAL_STATUS_LABELS[from].toLowerCase()}, so it cannot be changed that way. Reload the page to see where it stands.`,
  );
}

/**
 * Where a credential stands on `today` ("YYYY-MM-DD", of the database's clock). It lapses the day after its expiry
 * whoever vouched for it; only what the board verified is said to be expiring, from 90 days before.
 */
export function credentialState(
  { status, expiresOn }: { status: StoredCredentialStatus; expiresOn: string | null },
  today: string,
): CredentialStatus {
  if (status === "revoked" || expiresOn === null) return status;
  const days = daysBetween(today, expiresOn);
  if (days < 0) return "lapsed";
  return status === "verified" && days <= EXPIRING_DAYS ? "expiring" : status;
}

/** The reminder due on `today`: the shortest span the expiry lies within, so that a late start sends one, not three. */
export function reminderDue(expiresOn: string, today: string): ReminderDays | null {
  const days = daysBetween(today, expiresOn);
  if (days < 0) return null;
  return REMINDER_DAYS.findLast((span) => days <= span) ?? null;
}
