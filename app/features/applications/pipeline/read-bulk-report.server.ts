import type { ApplicationStage } from "#app/domain/application-stage.ts";
import { notFoundError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findBulkAnswer } from "#db/queries/bulk-answers.ts";
import { requireAnsweringDesk } from "./own-desk.server.ts";
import { backTo } from "./read-selection.server.ts";

export interface BulkReport {
  job: { id: string; title: string };
  kind: "move" | "reject";
  back: string;
  done: { id: string; name: string; stage: ApplicationStage }[];
  refused: { id: string; name: string; why: string }[];
}

/** What came of an answer to several applications, for whoever gave it. */
export async function readBulkReport(
  deps: Pick<Deps, "db">,
  {
    viewer,
    jobId,
    answerId,
    back,
  }: {
    viewer: Viewer & { membership: Membership };
    jobId: string;
    answerId: string;
    back: string | null;
  },
): Promise<BulkReport> {
  const job = await requireAnsweringDesk(deps.db, { viewer, jobId });
  const answer = await findBulkAnswer(deps.db, { id: answerId, jobId });
  if (answer?.actorId !== viewer.userId) throw notFoundError();
  const outcomes = answer.outcomes.map(({ name, ...one }) => ({
    ...one,
    name: name ?? "Withdrawn applicant",
  }));
  return {
    job,
    kind: answer.kind,
    back: backTo(back),
    done: outcomes
      .filter(({ refusal }) => refusal === null)
      .map(({ id, name, stage }) => ({ id, name, stage })),
    refused: outcomes.flatMap(({ id, name, refusal }) =>
      refusal === null ? [] : [{ id, name, why: refusal }],
    ),
  };
}
