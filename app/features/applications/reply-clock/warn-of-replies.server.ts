import { WARN_HOURS_AHEAD } from "#app/domain/reply-clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listEmployersToWarn, markWarned } from "#db/queries/reply-clock.ts";
import { listDigestMembers } from "#db/queries/reply-digests.ts";
import { replyDigestEmail } from "./reply-digest.email.ts";

/**
 * Reminds up to `limit` employers of the answers they promised within the next two days: one mail a member, each
 * application named once. Answers how many employers it looked at.
 */
export async function warnOfReplies(
  { db, tasks, origin }: Pick<Deps, "db" | "tasks" | "origin">,
  limit: number,
): Promise<number> {
  const employerIds = await listEmployersToWarn(db, { hours: WARN_HOURS_AHEAD, limit });
  for (const employerId of employerIds) {
    await db.transaction().execute(async (trx) => {
      const jobs = await markWarned(trx, { employerId, hours: WARN_HOURS_AHEAD });
      if (jobs.length === 0) return;
      for (const to of await listDigestMembers(trx, employerId)) {
        await tasks.enqueue(trx, "send-mail", replyDigestEmail({ origin, to, jobs }));
      }
    });
  }
  return employerIds.length;
}
