import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { canEditJob } from "#app/domain/policies/job.ts";
import { answerOverview } from "#app/features/jobs/answer-overview.server.ts";
import { BoardReason } from "#app/features/jobs/board-reason.tsx";
import { JobClock } from "#app/features/jobs/job-clock.tsx";
import {
  ApplicationCounts,
  JobHistory,
  JobInShort,
  TodoList,
} from "#app/features/jobs/overview.tsx";
import { OverviewActions } from "#app/features/jobs/overview-actions.tsx";
import { noticeIn } from "#app/features/jobs/overview-notice.ts";
import { requireOwnJob } from "#app/features/jobs/own-job.server.ts";
import { readOverview } from "#app/features/jobs/read-overview.server.ts";
import { StatusLine } from "#app/features/jobs/status-line.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.job.title || "Draft"} · CareerCenter` },
];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const jobId = uuidParam(params.jobId);
  const { employerId } = viewer.membership;
  const job = await findEmployerJob(context.deps.db, { employerId, jobId });
  if (!job) throw notFound();
  return {
    job: await readOverview(context.deps, job),
    mayEdit: canEditJob(viewer, job),
    notice: noticeIn(new URL(request.url).searchParams),
  };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  await requireOwnJob(context.deps.db, membership, jobId);
  const form = await readForm(request);
  const member = { userId, employerId: membership.employerId };
  return redirect(await answerOverview(context.deps, { member, jobId, form }), 303);
});

export default function JobOverview() {
  const { job, mayEdit, notice } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        back={{ to: "/employer/jobs", label: "Your jobs" }}
        lede={<StatusLine job={job} />}
        title={job.title || "Untitled draft"}
      />
      {notice ? <Notice title={notice.words} tone={notice.tone} /> : null}
      <BoardReason job={job} />
      <JobClock job={job} />
      {job.pending && mayEdit ? (
        <Notice title="Changes are waiting" tone="info">
          Somebody changed this job and did not publish the changes yet. Edit it to finish them.
        </Notice>
      ) : null}
      {mayEdit ? <OverviewActions job={job} /> : null}
      <div className="columns">
        <div className="stack">
          {mayEdit ? <TodoList jobId={job.id} todo={job.todo} /> : null}
          {job.neverPublic ? null : <ApplicationCounts job={job} />}
          <JobInShort job={job} />
        </div>
        <JobHistory job={job} />
      </div>
    </div>
  );
}
