import { data, redirect } from "@remix-run/node";
import { isDomainError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { findMoved } from "#db/queries/application-moves.ts";
import { boardMoveForm } from "../application.form.ts";
import { moveApplication } from "../move-application.server.ts";
import { requireAnsweringDesk } from "./own-desk.server.ts";

/** Why a card stays where it is. */
export interface MoveRefusal {
  sentence: string;
}

/** Moves one card, then shows the same board or list again with what happened. */
export async function answerPipeline(
  deps: Deps,
  {
    viewer,
    jobId,
    url,
    form,
  }: { viewer: Viewer & { membership: Membership }; jobId: string; url: URL; form: FormData },
) {
  await requireAnsweringDesk(deps.db, { viewer, jobId });
  const parsed = parseForm(boardMoveForm, form);
  if (!parsed.ok) {
    const refusal: MoveRefusal = { sentence: "Choose a stage to move the application to." };
    return data({ refusal }, { status: 422 });
  }
  const { applicationId, ...input } = parsed.value;
  try {
    await moveApplication(deps, {
      viewer,
      applicationId,
      input: { ...input, message: "" },
      tell: "soon",
    });
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    const moved = await findMoved(deps.db, { applicationId, jobId });
    const sentence = moved ? `${moved.name}: ${error.message}` : error.message;
    const refusal: MoveRefusal = { sentence };
    return data({ refusal }, { status: STATUS[error.code] });
  }
  const back = new URL(url);
  back.searchParams.set("moved", applicationId);
  return redirect(`${back.pathname}${back.search}#card-${applicationId}`, 303);
}
