import { dateWords } from "#app/components/when-words.ts";
import { pausesAt } from "#app/domain/still-hiring.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import type { AskedJob } from "#db/queries/still-hiring.ts";

interface Facts {
  to: { name: string; address: string };
  job: AskedJob;
  /** The landing page's address, with its secret. */
  url: string;
}

const because = ({ employerName }: AskedJob): string =>
  `You get this mail because you answer for the jobs of ${employerName} on CareerCenter.`;

const NOTHING_YET = "The link opens a page with one button; opening it changes nothing.";

/** Asks whether a published job is still open; `again` puts the question a second time. */
export function stillHiringEmail({ to, job, url }: Facts, { again }: { again: boolean }): Mail {
  const pauseDay = dateWords(pausesAt(job.askedAt).toISOString());
  return layoutMail({
    to,
    subject: again ? `Reminder: is “${job.title}” still open?` : `Is “${job.title}” still open?`,
    paragraphs: [
      `Hello ${to.name},`,
      `“${job.title}” at ${job.employerName} was last confirmed as open on ${dateWords(job.confirmedAt.toISOString())}. Are you still hiring?`,
      `If nobody confirms it, we pause the job on ${pauseDay}: coders can no longer find it until you bring it back.`,
    ],
    action: { label: "Answer", url },
    after: [NOTHING_YET, "If it is filled, close it on your desk: applicants are told why."],
    reason: because(job),
  });
}

/** Tells a member that a job nobody confirmed has been paused, and how to bring it back. */
export function pausedUnconfirmedEmail({ to, job, url }: Facts): Mail {
  return layoutMail({
    to,
    subject: `Paused: “${job.title}”`,
    paragraphs: [
      `Hello ${to.name},`,
      `Nobody confirmed that “${job.title}” at ${job.employerName} is still open, so we have paused it. Coders can no longer find it or apply; applications you have stay with you.`,
      "If you are still hiring, one button brings it back as it was.",
    ],
    action: { label: "Bring it back", url },
    after: [NOTHING_YET],
    reason: because(job),
  });
}
