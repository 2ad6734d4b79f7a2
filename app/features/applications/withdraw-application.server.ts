import { APPLICATION_STAGE_LABELS, canWithdraw } from "#app/domain/application-stage.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { isOwnApplication } from "#app/domain/policies/application.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { holdApplication, listAnsweringMembers } from "#db/queries/application-answers.ts";
import { insertApplicationEvent, markWithdrawn } from "#db/queries/application-writes.ts";
import { blankApplications } from "#db/queries/blank-application.ts";
import { mailFactsOf } from "./answering.server.ts";
import { applicationWithdrawnEmail } from "./application-withdrawn.email.ts";

/** Takes an open application back: the row and its timeline stay, what it told about the person goes. */
export async function withdrawApplication(
  deps: Deps,
  { viewer, applicationId }: { viewer: Viewer; applicationId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdApplication(trx, applicationId);
    if (!application || !isOwnApplication(viewer, application)) throw notFoundError();
    const { id, stage: from } = application;
    // A second click finds the work done.
    if (from === "withdrawn") return;
    if (!canWithdraw(from) || !(await markWithdrawn(trx, { id, from }))) {
      throw new DomainError(
        "illegal-move",
        `This application is “${APPLICATION_STAGE_LABELS[from]}”, so there is nothing to withdraw.`,
      );
    }
    await blankApplications(trx, [id]);
    await insertApplicationEvent(trx, {
      applicationId: id,
      actorId: viewer.userId,
      kind: "withdrawn",
      fromStage: from,
      toStage: "withdrawn",
    });
    for (const to of await listAnsweringMembers(trx, application.employerId)) {
      const mail = applicationWithdrawnEmail({
        ...mailFactsOf(deps, application),
        to,
        applicantName: application.applicantName,
        jobId: application.jobId,
      });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }
  });
}
