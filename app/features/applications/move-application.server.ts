import { requireEmployerMove } from "#app/domain/application-stage.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { insertApplicationEvent, updateStage } from "#db/queries/application-writes.ts";
import {
  applicantOf,
  changedMeanwhile,
  holdToAnswer,
  mailFactsOf,
  requireUnchanged,
} from "./answering.server.ts";
import type { MoveInput } from "./application.form.ts";
import { applicationMovedEmail } from "./application-moved.email.ts";

/** Moves an application to another open stage or to "hired", and mails the applicant. */
export async function moveApplication(
  deps: Deps,
  { viewer, applicationId, input }: { viewer: Viewer; applicationId: string; input: MoveInput },
): Promise<void> {
  const { stage: to, message } = input;
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdToAnswer(trx, viewer, applicationId);
    requireUnchanged(application, input.version);
    requireEmployerMove(application.stage, to);
    if (to === "rejected")
      throw new DomainError("illegal-move", "Give the reason when you decline.");
    const { id, stage: from, version } = application;
    if (!(await updateStage(trx, { id, from, version }, { to }))) {
      throw changedMeanwhile(application);
    }
    await insertApplicationEvent(trx, {
      applicationId: id,
      actorId: viewer.userId,
      kind: "moved",
      fromStage: from,
      toStage: to,
      message,
    });
    const mail = applicationMovedEmail({
      ...mailFactsOf(deps, application),
      to: applicantOf(application),
      stage: to,
      message,
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}
