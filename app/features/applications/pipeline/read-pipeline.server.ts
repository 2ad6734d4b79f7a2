import {
  APPLICATION_STAGE_LABELS,
  APPLICATION_STAGES,
  type ApplicationStage,
  OPEN_STAGES,
} from "#app/domain/application-stage.ts";
import { credentialsInRule } from "#app/domain/credential-rule.ts";
import { JOB_STATUS_LABELS, type JobStatus } from "#app/domain/job-lifecycle.ts";
import {
  COLUMN_CARDS,
  COLUMN_CARDS_MAX,
  isFiltered,
  type PipelineQuery,
  type PipelineView,
} from "#app/domain/pipeline-query.ts";
import { canAnswerApplication } from "#app/domain/policies/application.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listDecidedCredentials } from "#db/queries/credentials.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { countPipeline, listPipeline } from "#db/queries/pipeline.ts";
import { BULK_MAX } from "./bulk-limits.ts";
import { type MoveNotice, readMoveNotice } from "./move-notice.server.ts";
import { type PipelineCard, pipelineCard } from "./pipeline-card.server.ts";
import { type FilterChoices, readFilterChoices } from "./read-filter-choices.server.ts";

const LIST_PAGE = BULK_MAX;

export interface StageCount {
  stage: ApplicationStage;
  label: string;
  count: number;
}

export interface PipelineColumn extends StageCount {
  cards: PipelineCard[];
  /** How many cards one more press shows; null when nothing is left or the list has to take over. */
  more: number | null;
}

export interface PipelinePage {
  job: { id: string; title: string; status: JobStatus; statusLabel: string };
  query: PipelineQuery & { view: PipelineView };
  filtered: boolean;
  mayAnswer: boolean;
  /** Applications of the job, whatever is asked for. */
  total: number;
  /** How many the filter means, stage by stage. */
  counts: StageCount[];
  found: number;
  choices: FilterChoices;
  /** The board's; empty in the list. */
  columns: PipelineColumn[];
  /** The list's; empty on the board. */
  lines: PipelineCard[];
  pageCount: number;
  moved: MoveNotice | null;
}

interface Asked {
  viewer: Viewer & { membership: Membership };
  jobId: string;
  query: PipelineQuery;
  /** What to show when the address does not say. */
  usualView: PipelineView;
  /** The application just moved, if the address names one. */
  movedId?: string | null;
}

/** A job's applications as a board or a list; null for an unknown id and for another employer's. */
export async function readPipeline(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, jobId, query: asked, usualView, movedId = null }: Asked,
): Promise<PipelinePage | null> {
  const { employerId } = viewer.membership;
  const job = await findEmployerJob(deps.db, { employerId, jobId });
  if (!job) return null;
  const query = { ...asked, view: asked.view ?? usualView };
  const everything = await countPipeline(deps.db, { jobId, filter: NO_FILTER });
  const filtered = isFiltered(query);
  const meant = filtered ? await countPipeline(deps.db, { jobId, filter: query }) : everything;
  const counts = APPLICATION_STAGES.map((stage) => ({
    stage,
    label: APPLICATION_STAGE_LABELS[stage],
    count: meant[stage] ?? 0,
  }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const found = query.stage && query.view === "list" ? (meant[query.stage] ?? 0) : all;
  const pageCount = Math.max(1, Math.ceil(found / LIST_PAGE));
  const page = Math.min(query.page, pageCount);
  const mayAnswer = canAnswerApplication(viewer, { employerId, applicantId: "" });
  const about = {
    askedCredentials: [...credentialsInRule(job.credentialRule), ...job.preferredCredentials],
    today: deps.clock().toISOString().slice(0, 10),
    mayAnswer,
  };
  const cards = async (stage: ApplicationStage | null, limit: number, offset = 0) => {
    const window = { jobId, filter: query, sort: query.sort, stage, limit, offset };
    const rows = await listPipeline(deps.db, window);
    const applicants = rows.map(({ applicantId }) => applicantId);
    const decided = Map.groupBy(
      await listDecidedCredentials(deps.db, applicants),
      ({ userId }) => userId,
    );
    return rows.map((row) =>
      pipelineCard(row, { ...about, decided: decided.get(row.applicantId) ?? [] }),
    );
  };
  const onBoard = query.view === "board";
  return {
    job: {
      id: job.id,
      title: job.title,
      status: job.status,
      statusLabel: JOB_STATUS_LABELS[job.status],
    },
    query: { ...query, page },
    filtered,
    mayAnswer,
    total: Object.values(everything).reduce((sum, count) => sum + count, 0),
    counts,
    found,
    pageCount,
    choices: await readFilterChoices(deps.db, {
      job,
      families: query.families,
      find: query.find,
    }),
    columns: onBoard ? await readColumns(counts, query, cards) : [],
    lines: onBoard ? [] : await cards(query.stage, LIST_PAGE, (page - 1) * LIST_PAGE),
    moved: movedId ? await readMoveNotice(deps, { viewer, jobId, applicationId: movedId }) : null,
  };
}

const NO_FILTER = {
  name: "",
  credential: null,
  families: [],
  state: null,
  minScore: null,
  minRating: null,
};

/** The open stages, one after the other on one connection: a board must not take half of the pool. */
async function readColumns(
  counts: readonly StageCount[],
  { opened }: PipelineQuery,
  cardsOf: (stage: ApplicationStage, limit: number) => Promise<PipelineCard[]>,
): Promise<PipelineColumn[]> {
  const columns: PipelineColumn[] = [];
  for (const counted of counts) {
    if (!OPEN_STAGES.includes(counted.stage)) continue;
    const shown = opened[counted.stage] ?? COLUMN_CARDS;
    const next = Math.min(counted.count, shown + 2 * COLUMN_CARDS, COLUMN_CARDS_MAX);
    const cards = counted.count === 0 ? [] : await cardsOf(counted.stage, shown);
    columns.push({ ...counted, cards, more: next > shown ? next : null });
  }
  return columns;
}
