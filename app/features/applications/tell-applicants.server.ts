import { APPLICATION_STAGES, isOpenStage } from "#app/domain/application-stage.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { holdEndedJob, holdUntoldApplications } from "#db/queries/application-answers.ts";
import { insertApplicationEvent } from "#db/queries/application-writes.ts";
import { jobClosedEmail } from "./job-closed.email.ts";

const BATCH = 50;

/**
 * Tells everyone who waits on an ended job why it ended. Run by the worker; each application's timeline entry
 * commits with its mail, so a second run after a crash tells only those who were not told.
 */
export async function tellApplicants(
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
    const open = APPLICATION_STAGES.filter(isOpenStage);
    const waiting = await holdUntoldApplications(trx, { jobId, open, limit: BATCH });
    for (const { id, stage, name, address } of waiting) {
      await insertApplicationEvent(trx, {
        applicationId: id,
        actorId: null,
        kind: "job-closed",
        fromStage: stage,
        toStage: stage,
      });
      const mail = jobClosedEmail({
        origin,
        applicationId: id,
        jobTitle: job.title,
        employerName: job.employerName,
        to: { name, address },
        job,
      });
      await tasks.enqueue(trx, "send-mail", mail);
    }
    return waiting.length;
  });
}
