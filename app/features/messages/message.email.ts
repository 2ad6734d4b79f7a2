import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

interface MessageFacts {
  /** The site's own origin, from the environment. */
  origin: string;
  applicationId: string;
  to: { name: string; address: string };
  jobTitle: string;
  employerName: string;
  /** As it was sent, fields filled in. */
  body: string;
}

const REPLY_HERE = "Answer on that page. A reply to this mail reaches nobody.";

/** Tells an applicant what the employer wrote. */
export function messageToApplicantEmail(facts: MessageFacts & { senderName: string }): Mail {
  const { origin, to, jobTitle, employerName, senderName, body } = facts;
  return layoutMail({
    to,
    subject: `Message about your application for ${jobTitle}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${senderName} of ${employerName} writes about your application for “${jobTitle}”:`,
      body,
    ],
    action: {
      label: "Read and answer",
      url: `${origin}/applicant/applications/${facts.applicationId}/messages`,
    },
    after: [REPLY_HERE],
    reason: `You get this mail because you applied for “${jobTitle}” at ${employerName} on CareerCenter.`,
    footLinks: [{ label: "Stop these mails", url: `${origin}/account/mail` }],
  });
}

/** Tells a member what an applicant wrote. The applicant's address is nowhere in it. */
export function messageToMemberEmail(facts: MessageFacts & { applicantName: string }): Mail {
  const { origin, to, jobTitle, employerName, applicantName, body } = facts;
  return layoutMail({
    to,
    subject: `${applicantName} wrote about ${jobTitle}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${applicantName}, who applied for “${jobTitle}”, writes:`,
      body,
    ],
    action: {
      label: "Read and answer",
      url: `${origin}/employer/applications/${facts.applicationId}/messages`,
    },
    after: [`${REPLY_HERE} The link works for members of your employer only.`],
    reason: `You get this mail because you answer applications for ${employerName} on CareerCenter.`,
    footLinks: [{ label: "Stop these mails", url: `${origin}/account/mail` }],
  });
}
