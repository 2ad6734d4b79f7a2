import { lastDayOpen } from "#app/domain/closing-day.ts";
import { JOB_STATUS_LABELS, type JobStatus } from "#app/domain/job-lifecycle.ts";
import { labelOf, SPECIALTIES, WORK_MODES } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countEmployerJobs, listEmployerJobs } from "#db/queries/employer-jobs.ts";
import { listJobClocks } from "#db/queries/reply-clock.ts";
import { countdownWords } from "./countdown-words.ts";
import { namedIn } from "./named-in-words.ts";
import { OWN_JOBS_PAGE_SIZE, type OwnJobsQuery, ownJobsHref } from "./own-jobs-query.ts";

const TABS: readonly JobStatus[] = [
  "draft",
  "in-review",
  "scheduled",
  "published",
  "paused",
  "closed",
  "expired",
  "rejected",
];
/** Shown even when empty; the others appear when a job stands there. */
const ALWAYS: readonly JobStatus[] = ["draft", "published", "paused", "closed"];

/** A page of an employer's own jobs with a tab for each status. */
export async function readOwnJobs(
  { db, clock }: Pick<Deps, "db" | "clock">,
  employerId: string,
  query: OwnJobsQuery,
) {
  const named = namedIn(query.q);
  const counts = await countEmployerJobs(db, { employerId, q: query.q, named });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const total = query.status ? (counts[query.status] ?? 0) : all;
  const pageCount = Math.max(1, Math.ceil(total / OWN_JOBS_PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const rows = await listEmployerJobs(db, {
    employerId,
    q: query.q,
    named,
    statuses: query.status ? [query.status] : null,
    page,
    pageSize: OWN_JOBS_PAGE_SIZE,
  });
  const clocks = await listJobClocks(
    db,
    rows.map(({ id }) => id),
  );
  const countdown = (jobId: string) => {
    const running = clocks.get(jobId);
    if (!running || running.overdue + running.waiting === 0) return null;
    const { overdue, waiting, nextReplyBy } = running;
    return {
      words: countdownWords({ overdue, soon: waiting, nextReplyBy, soonBy: null }, clock()),
      overdue: overdue > 0,
    };
  };
  const tab = (status: JobStatus | null, label: string, count: number) => ({
    to: ownJobsHref({ q: query.q, status, page: 1 }),
    label,
    count,
    current: query.status === status,
  });
  return {
    query: { ...query, page },
    total,
    pageCount,
    tabs: [
      tab(null, "All", all),
      ...TABS.filter((status) => ALWAYS.includes(status) || (counts[status] ?? 0) > 0).map(
        (status) => tab(status, JOB_STATUS_LABELS[status], counts[status] ?? 0),
      ),
    ],
    jobs: rows.map((job) => ({
      id: job.id,
      title: job.title,
      status: job.status,
      version: job.version,
      reference: job.reference,
      publishAt: job.publishAt?.toISOString() ?? null,
      unconfirmed: job.status === "paused" && job.pauseReason === "unconfirmed",
      countdown: countdown(job.id),
      about: [
        job.specialty ? labelOf(SPECIALTIES, job.specialty) : null,
        job.workMode ? labelOf(WORK_MODES, job.workMode) : null,
        [job.city, job.state].filter(Boolean).join(", ") || null,
      ]
        .filter((words) => words !== null)
        .join(" · "),
      applied: job.applied ?? 0,
      waiting: job.waiting ?? 0,
      updatedAt: job.updatedAt.toISOString(),
      lastDay: job.expiresAt ? lastDayOpen(job.expiresAt) : null,
      closedAt: job.closedAt?.toISOString() ?? null,
    })),
  };
}

export type OwnJobs = Awaited<ReturnType<typeof readOwnJobs>>;
