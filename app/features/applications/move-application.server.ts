import { requireEmployerMove } from "#app/domain/application-stage.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import type { AnswerableApplication } from "#db/queries/application-answers.ts";
import { findToldStage } from "#db/queries/application-moves.ts";
import { insertApplicationEvent, updateStage } from "#db/queries/application-writes.ts";
import {
  applicantOf,
  changedMeanwhile,
  holdToAnswer,
  mailFactsOf,
  requireUnchanged,
} from "./answering.server.ts";
import type { MoveInput } from "./application.form.ts";
import { TELL_AFTER_SECONDS } from "./application-limits.ts";
import { applicationMovedEmail } from "./application-moved.email.ts";

interface Move {
  viewer: Viewer;
  applicationId: string;
  input: MoveInput;
  /** "soon" leaves time to take a slip of the hand back before the applicant hears of it. */
  tell?: "now" | "soon";
}

/** Moves an application to another open stage or to "hired", and tells the applicant. */
export async function moveApplication(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { viewer, applicationId, input, tell = "now" }: Move,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdToAnswer(trx, viewer, applicationId);
    await moveHeld(deps, trx, { viewer, application, input, tell });
  });
}

/** As `moveApplication`, for an application that the caller's transaction holds. */
export async function moveHeld(
  deps: Pick<Deps, "tasks" | "origin">,
  trx: Db,
  {
    viewer,
    application,
    input: { stage: to, message, version: seen },
    tell,
  }: {
    viewer: Viewer;
    application: AnswerableApplication;
    input: MoveInput;
    tell: "now" | "soon";
  },
): Promise<void> {
  await requireUnchanged(trx, application, seen);
  requireEmployerMove(application.stage, to);
  if (to === "rejected") throw new DomainError("illegal-move", "Give the reason when you decline.");
  const { id, stage: from, version } = application;
  if (!(await updateStage(trx, { id, from, version }, { to }))) throw changedMeanwhile(application);
  const eventId = await insertApplicationEvent(trx, {
    applicationId: id,
    actorId: viewer.userId,
    kind: "moved",
    fromStage: from,
    toStage: to,
    message,
    shownToApplicant: tell === "now",
  });
  if (tell === "soon") {
    // Back where the applicant believes it to be: there is nothing to tell.
    if ((await findToldStage(trx, id)) === to) return;
    const payload = { applicationId: id, version: version + 1, eventId };
    await deps.tasks.enqueue(trx, "tell-moved", payload, { afterSeconds: TELL_AFTER_SECONDS });
    return;
  }
  const mail = applicationMovedEmail({
    ...mailFactsOf(deps, application),
    to: applicantOf(application),
    stage: to,
    message,
  });
  await deps.tasks.enqueue(trx, "send-mail", mail);
}
