import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import { employerUrl, type MailFacts, type Recipient } from "./mail-facts.ts";

/** Tells a member that a colleague's note asks for them. The note itself stays on the site, among its members. */
export function noteMentionedEmail(
  facts: MailFacts & { to: Recipient; authorName: string; applicantName: string },
): Mail {
  const { to, authorName, applicantName, jobTitle, employerName, origin } = facts;
  return layoutMail({
    to,
    subject: `${authorName} mentioned you about ${applicantName}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${authorName} mentioned you in a private note on ${applicantName}'s application for “${jobTitle}”.`,
    ],
    action: { label: "Read the note", url: employerUrl(facts) },
    after: ["The link works for members of your employer only."],
    footLinks: [{ label: "Stop these mails", url: `${origin}/account/mail` }],
    reason: `You get this mail because you are a member of ${employerName} on CareerCenter.`,
  });
}
