import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import { applicantUrl, becauseYouApplied, type MailFacts, type Recipient } from "./mail-facts.ts";

/** Tells an applicant that their application is with the employer, and what was sent. */
export function applicationReceivedEmail(
  facts: MailFacts & {
    to: Recipient;
    /** The day the employer promised to answer by; null without a promise. */
    replyBy: Date | null;
    /** null when no resume was sent. */
    resumeFilename: string | null;
  },
): Mail {
  const { to, jobTitle, employerName, replyBy, resumeFilename } = facts;
  return layoutMail({
    to,
    subject: `Your application for ${jobTitle} has been sent`,
    paragraphs: [
      `Hello ${to.name},`,
      `${employerName} has your application for “${jobTitle}”. It received your profile as it was when you sent it${resumeFilename ? ` and your resume “${resumeFilename}”` : ", without a resume"}.`,
      replyBy
        ? `The employer has promised to answer by ${dateWords(replyBy.toISOString())}. We will mail you when it does.`
        : "The employer has not named a day to answer by. We will mail you when it does.",
    ],
    action: { label: "See your application", url: applicantUrl(facts) },
    after: ["You can withdraw there at any time while the application is open."],
    reason: becauseYouApplied(facts),
  });
}
