import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

/** Tells somebody who saved a job and did not apply that it has ended, and why. */
export function savedJobEndedEmail({
  origin,
  to,
  job,
}: {
  origin: string;
  to: { name: string; address: string };
  job: {
    title: string;
    slug: string;
    employerName: string;
    status: JobStatus;
    closeReason: string | null;
  };
}): Mail {
  return layoutMail({
    to,
    subject: `${job.title}: a job you saved has ended`,
    paragraphs: [
      `Hello ${to.name},`,
      `You saved “${job.title}” at ${job.employerName}. ${whyNotOpen(job)}`,
      "It stays in your list with that note until you remove it.",
    ],
    action: { label: "Similar open jobs", url: `${origin}/jobs/${job.slug}` },
    footLinks: [{ label: "Stop these mails", url: `${origin}/account/mail` }],
    reason: "You get this mail because you saved this job on CareerCenter.",
  });
}
