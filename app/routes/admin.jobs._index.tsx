import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Badge } from "#app/components/badge.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { When } from "#app/components/when.tsx";
import { URGENT_REPORTS } from "#app/domain/job-report.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { countReviewQueue, listReviewQueue } from "#db/queries/job-review.ts";

const PAGE_SIZE = 30;
const DONE: Record<string, string> = {
  approve: "Approved. The job is public, and its employer is being told.",
  return: "Returned. Its employer reads your reason on the job and by mail.",
  remove: "Removed. Its page says so, and everyone who waits on it is being told.",
  dismiss: "Reports dismissed. The job stays as it is.",
};

export const meta: MetaFunction = () => [{ title: "Jobs to review · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const { db } = context.deps;
  const params = new URL(request.url).searchParams;
  const counts = await countReviewQueue(db);
  const pageCount = Math.max(1, Math.ceil(counts.total / PAGE_SIZE));
  const page = Math.min(pageParam(params), pageCount);
  const rows = await listReviewQueue(db, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  const jobs = rows.map(({ since, ...job }) => ({
    ...job,
    urgent: job.reports >= URGENT_REPORTS,
    since: since.toISOString(),
  }));
  return {
    jobs,
    counts,
    page,
    pageCount,
    reviewing: context.deps.jobReview !== "off",
    done: DONE[params.get("done") ?? ""] ?? null,
  };
});

export default function ReviewQueue() {
  const { jobs, counts, page, pageCount, reviewing, done } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        lede={`${counts.inReview} in review, ${counts.reported} reported. Jobs that three people or more reported come first, then those that wait longest.`}
        title="Jobs to review"
      />
      {done ? <Notice title={done} tone="success" /> : null}
      {reviewing ? null : (
        <p className="soft small">
          Employers publish without review on this board; JOB_REVIEW says so.
        </p>
      )}
      {jobs.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          Reported jobs and jobs sent to review appear here.
        </EmptyState>
      ) : (
        <ul className="board-list">
          {jobs.map((job) => (
            <li key={job.id}>
              <div>
                <h2>
                  <Link to={`/admin/jobs/${job.id}`}>{job.title || "Untitled job"}</Link>
                </h2>
                <p className="soft small">
                  {job.employerName}
                  {job.employerVerified ? ", verified" : ", not verified"}
                </p>
              </div>
              <p className="board-list__standing">
                {job.reports > 0 ? (
                  <Badge tone={job.urgent ? "danger" : "warning"}>
                    {job.reports === 1 ? "1 report" : `${job.reports} reports`}
                  </Badge>
                ) : null}
                {job.status === "in-review" ? <Badge tone="accent">In review</Badge> : null}
                <span className="soft small">
                  waiting since <When at={job.since} kind="relative" />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        hrefFor={(number) => `/admin/jobs?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}
