import type { z } from "zod";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  countInvitationsToday,
  findOpenJobOf,
  insertApplyInvitation,
  isInvited,
} from "#db/queries/apply-invitations.ts";
import { findSeenCoder } from "#db/queries/coder-scope.ts";
import { findApplicationId } from "#db/queries/job-pages.ts";
import { readProfileSnapshot } from "#db/queries/profiles.ts";
import { hasStoppedMail } from "#db/queries/stopped-mails.ts";
import { applyInvitationEmail } from "./apply-invitation.email.ts";
import type { inviteCoderForm } from "./invite.form.ts";

const MOST_A_DAY = 40;

/**
 * Invites a coder to apply for one of the employer's open jobs, with a mail unless they stopped such mails. Again for
 * the same job does nothing. Refuses with `DomainError`: "not-found" for a coder this employer may not see,
 * "job-not-open", "already-applied", "too-many-attempts" past forty in 24 hours.
 */
export async function inviteCoder(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  {
    viewer,
    publicId,
    input,
  }: {
    viewer: Viewer & { membership: Membership };
    publicId: string;
    input: z.output<typeof inviteCoderForm>;
  },
): Promise<void> {
  const { employerId } = viewer.membership;
  await deps.db.transaction().execute(async (trx) => {
    const today = await countInvitationsToday(trx, employerId);
    const coder = await findSeenCoder(trx, { publicId, employerId, viewerId: viewer.userId });
    const person = coder ? await readProfileSnapshot(trx, coder.userId) : null;
    if (!coder || !person) throw notFoundError();
    const { userId } = coder;
    const job = await findOpenJobOf(trx, { jobId: input.jobId, employerId });
    if (!job) {
      throw new DomainError("job-not-open", "That job is not open. Choose one of your open jobs.");
    }
    if (await isInvited(trx, { jobId: job.id, userId })) return;
    if (await findApplicationId(trx, { jobId: job.id, applicantId: userId })) {
      throw new DomainError("already-applied", "This coder has already applied for that job.");
    }
    if (today >= MOST_A_DAY) {
      throw new DomainError(
        "too-many-attempts",
        `${viewer.membership.employerName} has invited ${MOST_A_DAY} coders in the last 24 hours, which is the most. Try again tomorrow.`,
      );
    }
    const inserted = await insertApplyInvitation(trx, {
      userId,
      jobId: job.id,
      employerId,
      invitedBy: viewer.userId,
      message: input.message,
    });
    if (!inserted || (await hasStoppedMail(trx, { userId, mail: "apply-invitation" }))) return;
    const mail = applyInvitationEmail({
      origin: deps.origin,
      to: { name: person.name, address: person.email },
      job,
      anonymous: !coder.seesName,
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}
