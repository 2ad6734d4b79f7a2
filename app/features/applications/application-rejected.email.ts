import { REJECT_REASONS, type RejectReason } from "#app/domain/application-stage.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import {
  applicantUrl,
  becauseYouApplied,
  type MailFacts,
  quoted,
  type Recipient,
} from "./mail-facts.ts";

/** Tells an applicant that they were not selected: the answer first, then the reason in the employer's words. */
export function applicationRejectedEmail(
  facts: MailFacts & { to: Recipient; reason: RejectReason; message: string },
): Mail {
  const { to, jobTitle, employerName, reason, message, origin } = facts;
  return layoutMail({
    to,
    subject: `Your application for ${jobTitle}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${employerName} has read your application for “${jobTitle}” and will not take it further.`,
      // "Another reason" says nothing; the message, which is then required, says it.
      ...(reason === "other" ? [] : [`The reason it gave: ${REJECT_REASONS[reason]}.`]),
      ...quoted(employerName, message),
      "This answer is about this one job. Your profile and your other applications are not affected.",
    ],
    action: { label: "See your application", url: applicantUrl(facts) },
    after: [["If you go on looking:", { label: "Other open jobs", url: `${origin}/jobs` }]],
    reason: becauseYouApplied(facts),
  });
}
