import { requireEmployerMove } from "#app/domain/application-stage.ts";
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
import type { RejectInput } from "./application.form.ts";
import { applicationRejectedEmail } from "./application-rejected.email.ts";

/** Declines an application with a reason, and mails the applicant the reason in words. */
export async function rejectApplication(
  deps: Deps,
  { viewer, applicationId, input }: { viewer: Viewer; applicationId: string; input: RejectInput },
): Promise<void> {
  const { reason, rejectMessage: message } = input;
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdToAnswer(trx, viewer, applicationId);
    requireUnchanged(application, input.version);
    requireEmployerMove(application.stage, "rejected");
    const { id, stage: from, version } = application;
    const change = { to: "rejected", rejectReason: reason } as const;
    if (!(await updateStage(trx, { id, from, version }, change))) {
      throw changedMeanwhile(application);
    }
    await insertApplicationEvent(trx, {
      applicationId: id,
      actorId: viewer.userId,
      kind: "rejected",
      fromStage: from,
      toStage: "rejected",
      message,
    });
    const mail = applicationRejectedEmail({
      ...mailFactsOf(deps, application),
      to: applicantOf(application),
      reason,
      message,
    });
    await deps.tasks.enqueue(trx, "send-mail", mail);
  });
}
