import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";
import type { DueReminder } from "#db/queries/application-drafts.ts";

/** Reminds somebody, once, of an application they began and did not send. */
export const draftReminderEmail = ({
  origin,
  name,
  address,
  slug,
  title,
  employerName,
  expiresAt,
}: DueReminder & { origin: string }): Mail =>
  layoutMail({
    to: { name, address },
    subject: `Your application for ${title} is not sent yet`,
    paragraphs: [
      `Hello ${name},`,
      `You began an application for “${title}” at ${employerName} and did not send it. What you typed is still there. The job takes applications until ${dateWords(expiresAt.toISOString())}.`,
    ],
    action: { label: "Go on with it", url: `${origin}/jobs/${slug}/apply` },
    after: [
      "If you do not want the job any more, you need not do anything: what you typed is deleted when the job closes.",
    ],
    reason: "We send this once for each application you begin.",
    footLinks: [{ label: "Stop these reminders", url: `${origin}/account/mail` }],
  });
