import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import { becauseYouAnswer, type MailFacts, type Recipient } from "./mail-facts.ts";

/** Tells a member of the employer that an applicant withdrew. */
export function applicationWithdrawnEmail(
  facts: MailFacts & { to: Recipient; applicantName: string; jobId: string },
): Mail {
  const { to, jobTitle, applicantName, origin, jobId } = facts;
  return layoutMail({
    to,
    subject: `An application for ${jobTitle} was withdrawn`,
    paragraphs: [
      `Hello ${to.name},`,
      `${applicantName} withdrew the application for “${jobTitle}”. You do not need to answer it.`,
      "The profile, the resume, the cover note and your notes have been removed. If you downloaded the resume, please delete your copy.",
    ],
    action: {
      label: "See the other applications",
      url: `${origin}/employer/jobs/${jobId}/applications`,
    },
    reason: becauseYouAnswer(facts),
  });
}
