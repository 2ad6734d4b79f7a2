import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

/** Tells a coder that an employer invites them to apply. What the employer wrote is on the page, not in the mail. */
export function applyInvitationEmail({
  origin,
  to,
  job,
  anonymous,
}: {
  origin: string;
  to: { name: string; address: string };
  job: { title: string; slug: string; employerName: string };
  /** Whether the employer does not know the name yet. */
  anonymous: boolean;
}): Mail {
  return layoutMail({
    to,
    subject: `${job.employerName} invites you to apply: ${job.title}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${job.employerName} found your profile and invites you to apply for “${job.title}”.`,
      anonymous
        ? "They do not know your name. They learn it only if you accept the invitation or apply."
        : "Nothing is sent until you apply.",
    ],
    action: { label: "See the invitation", url: `${origin}/applicant/invitations` },
    after: [
      "You need not answer.",
      ["You choose:", { label: "Who sees your profile", url: `${origin}/applicant/privacy` }],
    ],
    footLinks: [{ label: "Stop these mails", url: `${origin}/account/mail` }],
    reason: "You get this mail because employers may see your profile on CareerCenter.",
  });
}
