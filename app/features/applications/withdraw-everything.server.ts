import { isOpenStage } from "#app/domain/application-stage.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { listApplicationsOf } from "#db/queries/account-purge.ts";
import { holdApplication, listAnsweringMembers } from "#db/queries/application-answers.ts";
import { insertApplicationEvent, markWithdrawn } from "#db/queries/application-writes.ts";
import { blankApplications, blankTimelines } from "#db/queries/blank-application.ts";
import { mailFactsOf } from "./answering.server.ts";
import { applicationWithdrawnEmail } from "./application-withdrawn.email.ts";
import { withdrawApplication } from "./withdraw-application.server.ts";

/**
 * Takes back every open application of somebody whose account is being deleted, tells the employers without naming
 * them, and blanks all of their applications, the closed ones too. In the caller's transaction.
 */
export async function withdrawEverything(
  deps: Pick<Deps, "tasks" | "origin">,
  trx: Db,
  userId: string,
): Promise<void> {
  const applications = await listApplicationsOf(trx, userId);
  for (const { id } of applications.filter(({ stage }) => isOpenStage(stage))) {
    const application = await holdApplication(trx, id);
    if (!application || !(await markWithdrawn(trx, { id, from: application.stage }))) continue;
    await insertApplicationEvent(trx, {
      applicationId: id,
      actorId: null,
      kind: "withdrawn",
      fromStage: application.stage,
      toStage: "withdrawn",
    });
    for (const to of await listAnsweringMembers(trx, application.employerId)) {
      const mail = applicationWithdrawnEmail({
        ...mailFactsOf(deps, application),
        to,
        applicantName: "An applicant",
        jobId: application.jobId,
      });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }
  }
  const ids = applications.map(({ id }) => id);
  await blankApplications(trx, ids);
  await blankTimelines(trx, ids);
}

/** Withdraws each open application of a person who leaves, as they would themselves. */
export async function withdrawOpenApplications(deps: Deps, viewer: Viewer): Promise<void> {
  for (const { id, stage } of await listApplicationsOf(deps.db, viewer.userId)) {
    if (isOpenStage(stage)) await withdrawApplication(deps, { viewer, applicationId: id });
  }
}
