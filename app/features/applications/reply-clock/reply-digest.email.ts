import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail, type MailParagraph } from "#app/platform/mail-layout.ts";
import type { WarnedJob } from "#db/queries/reply-clock.ts";
import { becauseYouAnswer, type Recipient } from "../mail-facts.ts";

const LINES = 20;

const applications = (count: number): string =>
  count === 1 ? "1 application" : `${count.toLocaleString("en-US")} applications`;

/** Reminds a member of the answers promised within the next days, job by job. */
export function replyDigestEmail({
  origin,
  to,
  jobs,
}: {
  origin: string;
  to: Recipient;
  jobs: readonly WarnedJob[];
}): Mail {
  const count = jobs.reduce((sum, job) => sum + job.count, 0);
  const employerName = jobs[0]?.employerName ?? "";
  const lines = jobs.slice(0, LINES).map(
    (job): MailParagraph => [
      {
        label: job.jobTitle,
        url: `${origin}/employer/jobs/${job.jobId}/applications?view=list&sort=reply`,
      },
      `${applications(job.count)}, the first by ${dateWords(job.firstReplyBy.toISOString())}`,
    ],
  );
  const more = jobs.length - LINES;
  return layoutMail({
    to,
    subject: `${applications(count)} to answer soon`,
    paragraphs: [
      `Hello ${to.name},`,
      `${employerName} has promised to answer ${applications(count)} within the next two days.`,
      ...lines,
      ...(more > 0 ? [`And ${more === 1 ? "one more job" : `${more} more jobs`}.`] : []),
      "Moving an application, declining it or writing to the applicant counts as an answer. What is not answered in time is marked so; the applicant is told, and it counts in the response rate shown on your jobs.",
    ],
    action: { label: "Open your desk", url: `${origin}/employer` },
    reason: becauseYouAnswer({ origin, applicationId: "", jobTitle: "", employerName }),
    footLinks: [{ label: "Stop these reminders", url: `${origin}/account/mail` }],
  });
}
