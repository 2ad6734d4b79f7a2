import type { Deps } from "#app/platform/deps.server.ts";
import { holdApplication } from "#db/queries/application-answers.ts";
import { showEvent } from "#db/queries/application-moves.ts";
import { applicantOf, mailFactsOf } from "./answering.server.ts";
import { applicationMovedEmail } from "./application-moved.email.ts";

/**
 * Tells an applicant of a move made without a message, some minutes after it. Run by the worker; when the
 * application has changed since, whoever changed it tells, or there is nothing left to tell.
 */
export async function tellMoved(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { applicationId, version, eventId }: { applicationId: string; version: number; eventId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdApplication(trx, applicationId);
    if (application?.version !== version) return;
    await showEvent(trx, eventId);
    const mail = applicationMovedEmail({
      ...mailFactsOf(deps, application),
      to: applicantOf(application),
      stage: application.stage,
      message: "",
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}
