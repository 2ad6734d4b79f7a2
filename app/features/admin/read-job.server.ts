import { JOB_STATUS_LABELS, nextJobStatus } from "#app/domain/job-lifecycle.ts";
import { REPORT_REASONS } from "#app/domain/job-report.ts";
import { formatPay } from "#app/domain/pay.ts";
import { summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { labelOf, SPECIALTIES, WORK_MODES } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { findJobForBoard, listJobReports } from "#db/queries/job-review.ts";

const REPORTS_SHOWN = 100;

/** A job with its reports as the board reads it; null for an unknown id. */
export async function readJobForBoard({ db }: Pick<Deps, "db">, jobId: string) {
  const job = await findJobForBoard(db, jobId);
  if (!job) return null;
  const reports = await listJobReports(db, { jobId, limit: REPORTS_SHOWN });
  const place = [job.city, job.state].filter(Boolean).join(", ");
  return {
    id: job.id,
    slug: job.slug,
    title: job.title || "Untitled job",
    status: JOB_STATUS_LABELS[job.status],
    version: job.version,
    employer: {
      id: job.employerId,
      name: job.employerName,
      verified: job.employerVerifiedAt !== null,
      suspended: job.employerSuspendedAt !== null,
    },
    author: job.createdBy && { id: job.createdBy, name: job.authorName, email: job.authorEmail },
    wasPublic: job.firstPublishedAt !== null,
    hidden: job.hiddenAt !== null,
    removed: job.closeReason === "removed",
    specialty: job.specialty ? labelOf(SPECIALTIES, job.specialty) : "",
    place: [job.workMode ? labelOf(WORK_MODES, job.workMode) : "", place]
      .filter(Boolean)
      .join(", "),
    pay:
      job.payType && job.payMin !== null && job.payMax !== null
        ? formatPay({ type: job.payType, min: job.payMin, max: job.payMax })
        : "",
    families: job.requirements
      .map(({ familyId }) => summarizeFamily(familyId)?.label)
      .filter(Boolean)
      .join(", "),
    descriptionHtml: renderMarkdown(job.description),
    createdAt: job.createdAt.toISOString(),
    ended: job.ended,
    may: {
      approve: nextJobStatus(job.status, "approve") !== null && !job.ended,
      return: nextJobStatus(job.status, "reject") !== null,
      remove: nextJobStatus(job.status, "remove") !== null && job.closeReason !== "removed",
    },
    openReports: reports.filter(({ settledAt }) => settledAt === null).length,
    reports: reports.map(({ createdAt, settledAt, reason, ...report }) => ({
      ...report,
      reason: REPORT_REASONS[reason],
      at: createdAt.toISOString(),
      settled: settledAt !== null,
    })),
  };
}

export type BoardJob = NonNullable<Awaited<ReturnType<typeof readJobForBoard>>>;
