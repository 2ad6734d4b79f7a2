import { DomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { setRating } from "#db/queries/application-ratings.ts";
import { holdToAnswer } from "./answering.server.ts";

/** Sets the member's own rating of an application, 1–5, or takes it back with null; the applicant never sees it. */
export async function rateApplication(
  deps: Pick<Deps, "db">,
  { viewer, applicationId, score }: { viewer: Viewer; applicationId: string; score: number | null },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    // Held, so that two ratings at once are both in the average.
    const { stage } = await holdToAnswer(trx, viewer, applicationId);
    if (stage === "withdrawn") {
      throw new DomainError("illegal-move", "The applicant withdrew, so nothing is kept here.");
    }
    await setRating(trx, { applicationId, userId: viewer.userId, score });
  });
}
