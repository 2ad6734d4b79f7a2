import { dateWords } from "#app/components/when-words.ts";
import type { Mail } from "#app/platform/mail.ts";
import { layoutMail } from "#app/platform/mail-layout.ts";

/** Confirms that an account will be deleted, and how to keep it. There is no mail when it is gone. */
export const deletionAskedEmail = ({
  to,
  origin,
  deleteAfter,
}: {
  to: Mail["to"];
  origin: string;
  deleteAfter: Date;
}): Mail =>
  layoutMail({
    to,
    subject: "Your account will be deleted",
    paragraphs: [
      `Hello ${to.name},`,
      `You asked us to delete your CareerCenter account. It will be deleted on ${dateWords(deleteAfter.toISOString())}, with everything in it. You are logged out everywhere, and this is the last mail about it.`,
    ],
    action: { label: "Log in to keep it", url: `${origin}/login` },
    after: ["If it was not you who asked, log in now, keep the account and choose a new password."],
    reason: "You have a CareerCenter account with this address.",
  });
