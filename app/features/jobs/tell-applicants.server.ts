import { APPLICATION_STAGES, isOpenStage } from "#app/domain/application-stage.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { insertJobClosedEvents } from "#db/queries/job-endings.ts";
import { jobClosedMail } from "./job-closed.email.ts";

/**
 * For jobs that close or expire: marks their open applications' timelines and queues one mail each, in the
 * transaction that ends them.
 */
export async function tellApplicantsJobEnded(
  { tasks, origin }: Pick<Deps, "tasks" | "origin">,
  trx: Db,
  jobIds: readonly string[],
): Promise<void> {
  const open = APPLICATION_STAGES.filter(isOpenStage);
  for (const waiting of await insertJobClosedEvents(trx, jobIds, open)) {
    await tasks.enqueue(trx, "send-mail", jobClosedMail(waiting, origin));
  }
}
