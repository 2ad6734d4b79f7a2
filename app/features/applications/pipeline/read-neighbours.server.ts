import { APPLICATION_STAGE_LABELS } from "#app/domain/application-stage.ts";
import { parsePipelineQuery } from "#app/domain/parse-pipeline-query.ts";
import { isFiltered, PIPELINE_SORTS, pipelineSearch } from "#app/domain/pipeline-query.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findNeighbours } from "#db/queries/pipeline.ts";

/** The way through the applications a reader came from, in their order. */
export interface Neighbours {
  /** Back to the board or list, as it was. */
  back: string;
  previous: string | null;
  next: string | null;
  place: number;
  total: number;
  /** "Interview, filtered, best match first". */
  words: string;
}

/** Who comes before and after an application of `jobId` in what the address asks for. */
export async function readNeighbours(
  { db }: Pick<Deps, "db">,
  { jobId, id, params }: { jobId: string; id: string; params: URLSearchParams },
): Promise<Neighbours | null> {
  const query = parsePipelineQuery(params);
  const { stage, sort } = query;
  const found = await findNeighbours(db, { jobId, id, filter: query, sort, stage });
  if (!found) return null;
  const to = (one: string | null) =>
    one && `/employer/applications/${one}${pipelineSearch({ ...query, page: 1, opened: {} })}`;
  const list = pipelineSearch({ ...query, stage: query.view === "board" ? null : stage });
  return {
    back: `/employer/jobs/${jobId}/applications${list}`,
    previous: to(found.previous),
    next: to(found.next),
    place: found.place,
    total: found.total,
    words: [
      stage ? APPLICATION_STAGE_LABELS[stage] : "All stages",
      ...(isFiltered(query) ? ["filtered"] : []),
      PIPELINE_SORTS[sort].toLowerCase(),
    ].join(", "),
  };
}
