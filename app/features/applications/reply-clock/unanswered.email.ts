import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import { applicantUrl, becauseYouApplied, type MailFacts, type Recipient } from "../mail-facts.ts";

/** Tells an applicant, once, that the promised day has passed without an answer, and what that changes. */
export function unansweredEmail(facts: MailFacts & { to: Recipient; replyBy: Date }): Mail {
  const { to, jobTitle, employerName, replyBy } = facts;
  return layoutMail({
    to,
    subject: `${jobTitle}: no answer by the promised day`,
    paragraphs: [
      `Hello ${to.name},`,
      `${employerName} promised to answer your application for “${jobTitle}” by ${dateWords(replyBy.toISOString())}. It has not answered.`,
      "Your application is now marked as unanswered. The employer sees the mark, it counts in the response rate shown on its jobs, and it cannot post this job again before it has answered.",
      "You do not need to do anything. Your application stays open, and we mail you if an answer comes.",
    ],
    action: { label: "See your application", url: applicantUrl(facts) },
    reason: becauseYouApplied(facts),
  });
}
