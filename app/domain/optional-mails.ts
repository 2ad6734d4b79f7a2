import type { UserKind } from "./viewer.ts";

/** Mails a person may do without; each says what it is for. What they must know comes by mail whatever they choose. */
const OPTIONAL_MAILS = [
  {
    name: "draft-reminder",
    kinds: ["applicant"],
    label: "Remind me of an application I began and did not send",
    hint: "Once for each, after two days.",
  },
  {
    name: "saved-job-ended",
    kinds: ["applicant"],
    label: "Tell me when a job I saved closes",
    hint: "Once for each, unless you applied: then you are always told.",
  },
  {
    name: "credential-expiry",
    kinds: ["applicant"],
    label: "Remind me before a credential expires",
    hint: "90, 30 and 7 days before, once each.",
  },
  {
    name: "apply-invitation",
    kinds: ["applicant"],
    label: "Tell me when an employer invites me to apply",
    hint: "Invitations stand on your desk either way.",
  },
  {
    name: "note-mention",
    kinds: ["employer"],
    label: "Tell me when a colleague mentions me in a note",
    hint: "Mentions stand on your desk either way.",
  },
  {
    name: "new-message",
    kinds: ["applicant", "employer"],
    label: "Send me what somebody writes to me here",
    hint: "Without it you find new messages only when you log in.",
  },
  {
    name: "reply-digest",
    kinds: ["employer"],
    label: "Remind me of applications to answer soon",
    hint: "Once a day at most, a day or two before an answer is promised.",
  },
] as const satisfies readonly {
  name: string;
  kinds: readonly UserKind[];
  label: string;
  hint: string;
}[];

export type OptionalMail = (typeof OPTIONAL_MAILS)[number]["name"];

export const optionalMailsOf = (kind: UserKind) =>
  OPTIONAL_MAILS.filter(({ kinds }) => (kinds as readonly UserKind[]).includes(kind));
