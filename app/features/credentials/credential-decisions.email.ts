import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

interface Decided {
  to: { name: string; address: string };
  origin: string;
  /** "CPC". */
  code: string;
  /** In the words of whoever decided. */
  reason: string;
}

const because = "You get this mail because the credential is on your CareerCenter profile.";

const yours = (origin: string) => ({
  label: "See your credentials",
  url: `${origin}/applicant/credentials`,
});

export const credentialVerifiedMail = ({ to, origin, code }: Decided): Mail =>
  layoutMail({
    to,
    subject: `Your ${code} is verified`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have checked your ${code}. Employers you apply to now read that it is verified, and since when.`,
    ],
    action: yours(origin),
    after: [
      "Changing its issuer, number or dates makes it a new claim, which is then checked anew.",
    ],
    reason: because,
  });

export const credentialRefusedMail = ({ to, origin, code, reason }: Decided): Mail =>
  layoutMail({
    to,
    subject: `Your ${code} could not be verified yet`,
    paragraphs: [
      `Hello ${to.name},`,
      `We could not verify your ${code} from what you sent. The reason:`,
      reason,
    ],
    action: yours(origin),
    after: [
      "It stays on your profile as self-reported, and employers are told nothing of this. Send other evidence whenever you have it.",
    ],
    reason: because,
  });

export const credentialRevokedMail = ({ to, origin, code, reason }: Decided): Mail =>
  layoutMail({
    to,
    subject: `The verification of your ${code} was revoked`,
    paragraphs: [
      `Hello ${to.name},`,
      `We have revoked the verification of your ${code}; it no longer counts in your matches. The reason:`,
      reason,
    ],
    action: yours(origin),
    after: ["If we have it wrong, write to us. Our address is below."],
    reason: because,
  });
