import { APPLICATION_STAGE_LABELS, type ApplicationStage } from "#app/domain/application-stage.ts";
import { NEXT_STEP, STAGE_MEANING } from "#app/domain/application-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import {
  applicantUrl,
  becauseYouApplied,
  type MailFacts,
  quoted,
  type Recipient,
} from "./mail-facts.ts";

/** Tells an applicant that their application has moved, with the employer's own message if there is one. */
export function applicationMovedEmail(
  facts: MailFacts & { to: Recipient; stage: ApplicationStage; message: string },
): Mail {
  const { to, jobTitle, employerName, stage, message } = facts;
  return layoutMail({
    to,
    subject: `${jobTitle}: your application is now “${APPLICATION_STAGE_LABELS[stage]}”`,
    paragraphs: [
      `Hello ${to.name},`,
      `There is news about your application for “${jobTitle}” at ${employerName}. ${STAGE_MEANING[stage]}`,
      ...quoted(employerName, message),
      NEXT_STEP[stage],
    ],
    action: { label: "See your application", url: applicantUrl(facts) },
    reason: becauseYouApplied(facts),
  });
}
