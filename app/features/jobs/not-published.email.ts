import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

/** Tells a member that a scheduled job could not go public, and why. */
export function notPublishedEmail({
  origin,
  to,
  job,
  refusal,
}: {
  origin: string;
  to: { name: string; address: string };
  job: { id: string; title: string };
  refusal: string;
}): Mail {
  return layoutMail({
    to,
    subject: `Not published: “${job.title}”`,
    paragraphs: [
      `Hello ${to.name},`,
      `“${job.title}” was scheduled to go public now, and could not. ${refusal}`,
      "It is a draft again, with everything you typed. Publish or schedule it once this is settled.",
    ],
    action: { label: "Open the draft", url: `${origin}/employer/jobs/${job.id}` },
    reason: "You get this mail because you answer for this job on CareerCenter.",
  });
}
