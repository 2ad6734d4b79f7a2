import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { answerInvitation, holdOwnInvitation } from "#db/queries/apply-invitations.ts";
import { insertNameReveal } from "#db/queries/coder-visibility.ts";

/**
 * Accepts or declines an invitation to apply and answers where to go next. Accepting tells the employer the name; it
 * may follow a "no", and may be pressed twice. Refuses with `DomainError`: "not-found" for anyone else's,
 * "job-not-open", "illegal-move" for declining what was accepted.
 */
export async function answerApplyInvitation(
  { db }: Pick<Deps, "db">,
  { userId, id, intent }: { userId: string; id: string; intent: "accept" | "decline" },
): Promise<string> {
  return await db.transaction().execute(async (trx) => {
    const invitation = await holdOwnInvitation(trx, { id, userId });
    if (!invitation) throw notFoundError();
    const { status, employerId, slug, open } = invitation;
    if (intent === "decline") {
      if (status === "accepted") {
        throw new DomainError(
          "illegal-move",
          "You accepted this invitation. You can still leave the application unsent, and hide your name again under “Who sees your profile”.",
          "/applicant/privacy",
        );
      }
      if (status === "pending") await answerInvitation(trx, { id, status: "declined" });
      return "/applicant/invitations?declined";
    }
    if (!open) {
      throw new DomainError("job-not-open", "This job takes no applications any more.");
    }
    if (status !== "accepted") {
      await answerInvitation(trx, { id, status: "accepted" });
      await insertNameReveal(trx, { userId, employerId });
    }
    return `/jobs/${slug}/apply`;
  });
}
