import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import type { LeftWaiting } from "#db/queries/job-endings.ts";

/** Tells an applicant that a job no longer takes applications while theirs is still open. */
export const jobClosedMail = (waiting: LeftWaiting, origin: string): Mail =>
  layoutMail({
    to: { name: waiting.name, address: waiting.email },
    subject: `${waiting.jobTitle} at ${waiting.employerName} has closed`,
    paragraphs: [
      `Hello ${waiting.name},`,
      `${waiting.employerName} no longer takes applications for ${waiting.jobTitle}. Yours stays with them, and they may still answer it.`,
    ],
    action: {
      label: "See your application",
      url: `${origin}/applicant/applications/${waiting.applicationId}`,
    },
    reason: "You get this because you applied for this job.",
  });
