import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import { meaningForApplicants, whyNotOpen } from "#app/domain/job-opening.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import { applicantUrl, becauseYouApplied, type MailFacts, type Recipient } from "./mail-facts.ts";

/** Tells an applicant who waits for an answer that the job has ended, why, and what that means for them. */
export function jobClosedEmail(
  facts: MailFacts & {
    to: Recipient;
    job: { status: JobStatus; closeReason: string | null; slug: string };
  },
): Mail {
  const { to, jobTitle, employerName, job, origin } = facts;
  return layoutMail({
    to,
    subject: `${jobTitle}: the job no longer takes applications`,
    paragraphs: [
      `Hello ${to.name},`,
      `You applied for “${jobTitle}” at ${employerName}. ${whyNotOpen(job)}`,
      meaningForApplicants(job),
    ],
    action: { label: "See your application", url: applicantUrl(facts) },
    after: [
      ["If you go on looking:", { label: "Similar open jobs", url: `${origin}/jobs/${job.slug}` }],
    ],
    reason: becauseYouApplied(facts),
  });
}
