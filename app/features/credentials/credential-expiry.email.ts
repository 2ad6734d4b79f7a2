import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import type { DueCredential } from "#db/queries/credential-reminders.ts";

/** Reminds a holder of a credential that is about to expire: 90, 30 and 7 days before, once each. */
export function credentialExpiryMail({
  origin,
  name,
  address,
  code,
  issuer,
  expiresOn,
  daysLeft,
}: DueCredential & { origin: string }): Mail {
  const when = daysLeft === 0 ? "today" : `in ${daysLeft} ${daysLeft === 1 ? "day" : "days"}`;
  return layoutMail({
    to: { name, address },
    subject: `Your ${code} expires ${when}`,
    paragraphs: [
      `Hello ${name},`,
      `Your ${code} is stated to expire on ${dateWords(`${expiresOn}T12:00:00Z`)}. From the day after, it no longer counts in your matches, and employers read that it has expired.`,
      `Renew it with ${issuer || "its issuer"}, put the new date on your profile, and send the new card or certificate to have it verified again.`,
    ],
    action: { label: "See your credentials", url: `${origin}/applicant/credentials` },
    after: ["Renewed already? Then only the date on your profile is behind."],
    reason: "We send this 90, 30 and 7 days before a credential expires.",
    footLinks: [{ label: "Stop these reminders", url: `${origin}/account/mail` }],
  });
}
