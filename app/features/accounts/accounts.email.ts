import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

// Mails to addresses nobody has proven name no one: a typed name would let strangers write to strangers.

interface Link {
  address: string;
  origin: string;
  token: string;
}

const stranger = (address: string) => ({ name: "", address });

/** `onward` is a path of this site to go on to afterwards; "" for the person's desk. */
export const verifyEmailMail = ({
  address,
  origin,
  token,
  onward = "",
}: Link & { onward?: string }): Mail =>
  layoutMail({
    to: stranger(address),
    subject: "Confirm your email address",
    paragraphs: ["Confirm this address to start using your CareerCenter account."],
    action: {
      label: "Confirm your address",
      url: `${origin}/verify-email/${token}${onward && `?${new URLSearchParams({ onward })}`}`,
    },
    after: ["The link works once, within 24 hours. If you did not sign up, ignore this mail."],
    reason: "Somebody signed up at CareerCenter with this address.",
  });

export const alreadyRegisteredMail = ({ address, origin }: Omit<Link, "token">): Mail =>
  layoutMail({
    to: stranger(address),
    subject: "You already have an account",
    paragraphs: [
      "Somebody, probably you, tried to use this address for a CareerCenter account. There already is one with it, and nothing was changed.",
      [
        "If you forgot your password:",
        { label: "Choose a new password", url: `${origin}/forgot-password` },
      ],
    ],
    action: { label: "Log in", url: `${origin}/login` },
    after: ["If it was not you, you need not do anything."],
    reason: "You have a CareerCenter account with this address.",
  });

export const resetPasswordMail = ({ address, origin, token }: Link): Mail =>
  layoutMail({
    to: stranger(address),
    subject: "Choose a new password",
    paragraphs: ["Somebody, probably you, asked for a new password for your CareerCenter account."],
    action: { label: "Choose a new password", url: `${origin}/reset-password/${token}` },
    after: [
      "The link works once, within one hour. If it was not you, ignore this mail: your password stays as it is.",
    ],
    reason: "You have a CareerCenter account with this address.",
  });

export const passwordChangedMail = ({ address, origin }: Omit<Link, "token">): Mail =>
  layoutMail({
    to: stranger(address),
    subject: "Your password was changed",
    paragraphs: [
      "The password of your CareerCenter account was changed, and every other device was logged out.",
    ],
    action: { label: "It was not me: choose a new password", url: `${origin}/forgot-password` },
    after: ["If it was you, you need not do anything."],
    reason: "You have a CareerCenter account with this address.",
  });

export const changeEmailMail = ({ address, origin, token }: Link): Mail =>
  layoutMail({
    to: stranger(address),
    subject: "Confirm your new email address",
    paragraphs: ["Confirm that this is the new address of your CareerCenter account."],
    action: { label: "Confirm your new address", url: `${origin}/verify-email/${token}` },
    after: ["The link works once, within 24 hours. If you did not ask for it, ignore this mail."],
    reason: "Somebody gave this address as the new one of a CareerCenter account.",
  });

export const emailChangeNoticeMail = (options: {
  address: string;
  origin: string;
  newAddress: string;
}): Mail =>
  layoutMail({
    to: stranger(options.address),
    subject: "Your email address is about to change",
    paragraphs: [
      `Somebody who knows your password asked to change the address of your CareerCenter account to ${options.newAddress}. It changes once that address is confirmed.`,
    ],
    action: {
      label: "It was not me: choose a new password",
      url: `${options.origin}/forgot-password`,
    },
    after: ["If it was you, you need not do anything."],
    reason: "You have a CareerCenter account with this address.",
  });
