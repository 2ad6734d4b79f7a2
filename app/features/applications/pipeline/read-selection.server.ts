import { randomUUID } from "node:crypto";
import {
  APPLICATION_STAGE_LABELS,
  type ApplicationStage,
  employerMoves,
  OPEN_STAGES,
} from "#app/domain/application-stage.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type ChosenApplication, listChosen } from "#db/queries/bulk-answers.ts";
import { BULK_MAX } from "./bulk-limits.ts";
import { requireAnsweringDesk } from "./own-desk.server.ts";

export interface SelectedApplication {
  id: string;
  name: string;
  stage: ApplicationStage;
  version: number;
}

export interface Selection {
  job: { id: string; title: string };
  does: "move" | "reject";
  /** The list's query, to come back to. */
  back: string;
  ready: SelectedApplication[];
  /** Chosen, but closed: nothing can be done with them. */
  closed: SelectedApplication[];
  /** Chosen beyond what is answered at once. */
  leftOut: number;
  /** Stages at least one of them may move to. */
  stages: { value: ApplicationStage; label: string }[];
  idempotencyKey: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ticked applications of a list, as they stand now, before anything is done with them. */
export async function readSelection(
  deps: Pick<Deps, "db">,
  {
    viewer,
    jobId,
    params,
  }: { viewer: Viewer & { membership: Membership }; jobId: string; params: URLSearchParams },
): Promise<Selection> {
  const job = await requireAnsweringDesk(deps.db, { viewer, jobId });
  const asked = params.getAll("id").map((id) => id.toLowerCase());
  const meant = [...new Set(asked)].filter((id) => UUID.test(id));
  const ids = meant.slice(0, BULK_MAX);
  const chosen = await listChosen(deps.db, { jobId, ids });
  const ready = chosen.filter(({ stage }) => employerMoves(stage).length > 0);
  const reachable = new Set(ready.flatMap(({ stage }) => employerMoves(stage)));
  const order: ApplicationStage[] = [...OPEN_STAGES, "hired"];
  return {
    job,
    does: params.get("do") === "reject" ? "reject" : "move",
    back: backTo(params.get("back")),
    ready: ready.map(selected),
    closed: chosen.filter((one) => !ready.includes(one)).map(selected),
    leftOut: meant.length - ids.length,
    stages: order
      .filter((stage) => reachable.has(stage))
      .map((value) => ({ value, label: APPLICATION_STAGE_LABELS[value] })),
    idempotencyKey: randomUUID(),
  };
}

const selected = ({ name, ...row }: ChosenApplication): SelectedApplication => ({
  ...row,
  name: name ?? "Withdrawn applicant",
});

/** A query and nothing but a query: the way back is always to this job's own list. */
export const backTo = (back: string | null): string =>
  back && /^\?[\w\-=&%+.~]{1,1000}$/.test(back) ? back : "?view=list";
