import {
  APPLICATION_STAGE_LABELS,
  type ApplicationStage,
  canTakeBack,
} from "#app/domain/application-stage.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findMoved, listStageChanges } from "#db/queries/application-moves.ts";
import { TELL_AFTER_SECONDS } from "../application-limits.ts";

/** A move this member has just made, and how to take it back. */
export interface MoveNotice {
  applicationId: string;
  name: string;
  from: string;
  to: string;
  /** Whether the applicant has still to be told. */
  untold: boolean;
  undo: { stage: ApplicationStage; version: number } | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FRESH_MS = 10 * 60_000;

/** Says what this member last did to an application; null when that is long ago or somebody else came after. */
export async function readMoveNotice(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, jobId, applicationId }: { viewer: Viewer; jobId: string; applicationId: string },
): Promise<MoveNotice | null> {
  if (!UUID.test(applicationId)) return null;
  const application = await findMoved(deps.db, { applicationId, jobId });
  if (!application) return null;
  const [last] = await listStageChanges(deps.db, applicationId, 1);
  if (last?.kind !== "moved" || !last.fromStage || !last.toStage) return null;
  const age = deps.clock().getTime() - last.createdAt.getTime();
  if (last.actorId !== viewer.userId || age > FRESH_MS) return null;
  const { fromStage: from, toStage: to } = last;
  return {
    applicationId,
    name: application.name,
    from: APPLICATION_STAGE_LABELS[from],
    to: APPLICATION_STAGE_LABELS[to],
    untold: age < TELL_AFTER_SECONDS * 1_000,
    undo: canTakeBack(from, to) ? { stage: from, version: application.version } : null,
  };
}
