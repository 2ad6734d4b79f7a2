import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import { becauseYouAnswer, employerUrl, type MailFacts, type Recipient } from "./mail-facts.ts";

/** Tells a member of the employer that somebody applied. Holds nothing a forwarded mail should not carry. */
export function newApplicationEmail(
  facts: MailFacts & {
    to: Recipient;
    applicantName: string;
    /** How the profile stands to the job, in words. */
    match: string;
    replyBy: Date | null;
  },
): Mail {
  const { to, jobTitle, applicantName, match, replyBy } = facts;
  return layoutMail({
    to,
    subject: `New application for ${jobTitle}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${applicantName} applied for “${jobTitle}”.`,
      match,
      ...(replyBy
        ? [
            `Your job promises an answer by ${dateWords(replyBy.toISOString())}. A message to the applicant, a move or a no counts as the answer.`,
          ]
        : []),
    ],
    action: { label: "Read the application", url: employerUrl(facts) },
    after: ["The link works for members of your employer only."],
    reason: becauseYouAnswer(facts),
  });
}
