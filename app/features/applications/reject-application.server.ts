import { requireEmployerMove } from "#app/domain/application-stage.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import type { AnswerableApplication } from "#db/queries/application-answers.ts";
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
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { viewer, applicationId, input }: { viewer: Viewer; applicationId: string; input: RejectInput },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdToAnswer(trx, viewer, applicationId);
    await rejectHeld(deps, trx, { viewer, application, input });
  });
}

/** As `rejectApplication`, for an application that the caller's transaction holds. */
export async function rejectHeld(
  deps: Pick<Deps, "tasks" | "origin">,
  trx: Db,
  {
    viewer,
    application,
    input,
  }: { viewer: Viewer; application: AnswerableApplication; input: RejectInput },
): Promise<void> {
  const { reason, rejectMessage: message } = input;
  await requireUnchanged(trx, application, input.version);
  requireEmployerMove(application.stage, "rejected");
  const { id, stage: from, version } = application;
  const change = { to: "rejected", rejectReason: reason } as const;
  if (!(await updateStage(trx, { id, from, version }, change))) throw changedMeanwhile(application);
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
}
