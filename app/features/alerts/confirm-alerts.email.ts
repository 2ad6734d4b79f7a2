import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

/**
 * Asks the owner of an address whether they want alerts. Nothing of it is what somebody typed: a search would let
 * strangers write to strangers.
 */
export function confirmAlertsEmail({
  address,
  origin,
  token,
  often,
}: {
  address: string;
  origin: string;
  token: string;
  /** "every morning". */
  often: string;
}): Mail {
  const url = `${origin}/alerts/confirm/${token}`;
  return layoutMail({
    to: { name: "", address },
    subject: "Confirm your job alerts",
    paragraphs: [
      `Somebody, probably you, asked for new medical coding jobs at this address ${often}. We send none until you confirm.`,
    ],
    action: { label: "Confirm", url },
    after: [
      "The link works once, within 7 days. If it was not you, do nothing: no job is sent.",
      [
        "If you never want such a mail again, say so once.",
        { label: "Never mail this address", url },
      ],
    ],
    reason: "Somebody gave this address for job alerts at CareerCenter.",
  });
}
