import {
  APPLICATION_STAGE_LABELS,
  APPLICATION_STAGES,
  type ApplicationStage,
} from "#app/domain/application-stage.ts";
import { credentialsInRule } from "#app/domain/credential-rule.ts";
import { JOB_STATUS_LABELS, type JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Match } from "#app/domain/match.ts";
import { type RecruiterFacts, recruiterFacts } from "#app/domain/recruiter-facts.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import {
  type JobApplicationRow,
  type JobListSort,
  listJobApplications,
} from "#db/queries/application-lists.ts";
import { countApplicationsByStage } from "#db/queries/employer-desk.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

const PAGE_SIZE = 25;

/** What the list shows, from its address; a wrong value falls back instead of failing. */
export interface JobApplicationsQuery {
  stage: ApplicationStage | null;
  sort: JobListSort;
  page: number;
}

export interface JobApplicationLine {
  id: string;
  name: string;
  headline: string;
  stage: ApplicationStage;
  stageLabel: string;
  state: string;
  /** null once withdrawn. */
  facts: RecruiterFacts | null;
  match: Match;
  hasResume: boolean;
  submittedAt: string;
  replyBy: string | null;
  answered: boolean;
  overdue: boolean;
}

export interface JobApplications extends JobApplicationsQuery {
  job: { id: string; title: string; status: JobStatus; statusLabel: string };
  counts: { stage: ApplicationStage; label: string; count: number }[];
  total: number;
  pageCount: number;
  lines: JobApplicationLine[];
}

export function parseJobApplicationsQuery(params: URLSearchParams): JobApplicationsQuery {
  return {
    stage: APPLICATION_STAGES.find((stage) => stage === params.get("stage")) ?? null,
    sort: params.get("sort") === "match" ? "match" : "newest",
    page: pageParam(params),
  };
}

/** The applications of one of the employer's own jobs; null for an unknown id and for another employer's. */
export async function readJobApplications(
  deps: Pick<Deps, "db" | "clock">,
  {
    viewer,
    jobId,
    query,
  }: { viewer: Viewer & { membership: Membership }; jobId: string; query: JobApplicationsQuery },
): Promise<JobApplications | null> {
  const { employerId } = viewer.membership;
  const job = await findEmployerJob(deps.db, { employerId, jobId });
  if (!job) return null;
  const byStage = await countApplicationsByStage(deps.db, jobId);
  const counts = APPLICATION_STAGES.map((stage) => ({
    stage,
    label: APPLICATION_STAGE_LABELS[stage],
    count: byStage[stage] ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = query.stage === null ? total : (byStage[query.stage] ?? 0);
  const pageCount = Math.max(1, Math.ceil(shown / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const rows = await listJobApplications(deps.db, {
    ...query,
    jobId,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  const asked = [...credentialsInRule(job.credentialRule), ...job.preferredCredentials];
  const today = deps.clock().toISOString().slice(0, 10);
  return {
    ...query,
    page,
    pageCount,
    total,
    counts,
    job: {
      id: job.id,
      title: job.title,
      status: job.status,
      statusLabel: JOB_STATUS_LABELS[job.status],
    },
    lines: rows.map((row) => lineOf(row, asked, today)),
  };
}

function lineOf(
  row: JobApplicationRow,
  askedCredentials: readonly string[],
  today: string,
): JobApplicationLine {
  const { snapshot, matchReasons: reasons } = row;
  const state = snapshot?.state ?? null;
  return {
    id: row.id,
    name: snapshot?.name ?? "Withdrawn applicant",
    headline: snapshot?.headline ?? "",
    stage: row.stage,
    stageLabel: APPLICATION_STAGE_LABELS[row.stage],
    state: state ? (STATE_NAMES[state] ?? state) : "State not stated",
    facts: snapshot && recruiterFacts({ snapshot, reasons, askedCredentials }, today),
    match: { score: row.matchScore, reasons },
    hasResume: row.resumeFilename !== null,
    submittedAt: row.submittedAt.toISOString(),
    replyBy: row.replyBy?.toISOString() ?? null,
    answered: row.firstReplyAt !== null,
    overdue: row.overdue && row.stage === "submitted",
  };
}
