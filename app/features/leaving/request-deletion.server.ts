import { GRACE_DAYS } from "#app/domain/account-leaving.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { insertDeletion } from "#db/queries/account-deletions.ts";
import { closeJobsOf, listSolelyOwned } from "#db/queries/leaving-employers.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { deletionAskedEmail } from "./deletion-asked.email.ts";

/**
 * Starts an account's days of grace: the profile is hidden, every session ends, and jobs of an employer nobody else
 * belongs to close, so that nobody goes on applying there. The caller has asked for the password. Throws
 * "not-allowed" for the only owner of an employer with other members, and for an admin.
 */
export async function requestDeletion(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { viewer }: { viewer: Viewer },
): Promise<Date> {
  const { userId, name, email } = viewer;
  if (viewer.kind === "admin") {
    throw new DomainError("not-allowed", "An admin's account is removed by the operator.");
  }
  return await deps.db.transaction().execute(async (trx) => {
    const owned = await listSolelyOwned(trx, userId);
    const shared = owned.find(({ otherMembers }) => otherMembers > 0);
    if (shared) {
      throw new DomainError(
        "not-allowed",
        `You are the only owner of ${shared.name}, and others work there with you. Make one of them an owner, or remove them first.`,
        "/employer/members",
      );
    }
    const deleteAfter = await insertDeletion(trx, { userId, days: GRACE_DAYS });
    const employerIds = owned.map(({ id }) => id);
    for (const jobId of await closeJobsOf(trx, { employerIds, actorId: userId })) {
      await deps.tasks.enqueue(trx, "tell-applicants", { jobId });
      await deps.tasks.enqueue(trx, "tell-savers", { jobId });
    }
    await deleteSessionsOf(trx, userId);
    const mail = deletionAskedEmail({
      to: { name, address: email },
      origin: deps.origin,
      deleteAfter,
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
    return deleteAfter;
  });
}
