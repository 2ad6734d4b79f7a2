import type { Deps } from "#app/platform/deps.server.ts";
import { holdEndedJob } from "#db/queries/application-answers.ts";
import { holdUntoldSavers, markSaversTold } from "#db/queries/saved-job-tellings.ts";
import { savedJobEndedEmail } from "./job-ended.email.ts";

const BATCH = 50;

/**
 * Tells everyone who saved an ended job and did not apply why it ended. Run by the worker; the note that somebody was
 * told commits with the mail, so a second run tells only the others.
 */
export async function tellSavers(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { jobId }: { jobId: string },
): Promise<void> {
  while ((await tellSome(deps, jobId)) === BATCH);
}

function tellSome(
  { db, tasks, origin }: Pick<Deps, "db" | "tasks" | "origin">,
  jobId: string,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const job = await holdEndedJob(trx, jobId);
    if (!job) return 0;
    const savers = await holdUntoldSavers(trx, { jobId, limit: BATCH });
    for (const { name, address } of savers) {
      await tasks.enqueue(
        trx,
        "send-mail",
        savedJobEndedEmail({ origin, to: { name, address }, job }),
      );
    }
    const userIds = savers.map(({ userId }) => userId);
    await markSaversTold(trx, { jobId, userIds });
    return savers.length;
  });
}
