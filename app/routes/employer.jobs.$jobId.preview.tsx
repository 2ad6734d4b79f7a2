import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { canEditJob } from "#app/domain/policies/job.ts";
import { EmployerBlock, JobArticle } from "#app/features/job-pages/job-article.tsx";
import { describeJob } from "#app/features/job-pages/job-page.server.ts";
import { TodoList } from "#app/features/jobs/overview.tsx";
import { PreviewActions } from "#app/features/jobs/preview-actions.tsx";
import { previewJob } from "#app/features/jobs/preview-job.server.ts";
import { readStoredForm } from "#app/features/jobs/read-stored-form.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { findEmployer } from "#db/queries/employers.ts";

export const meta: MetaFunction = () => [{ title: "Preview · CareerCenter" }];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const { db, clock } = context.deps;
  const { employerId } = viewer.membership;
  const job = await findEmployerJob(db, { employerId, jobId: uuidParam(params.jobId) });
  const employer = await findEmployer(db, employerId);
  if (!job || !employer) throw notFound();
  const { job: typed, todo } = readStoredForm(job, clock());
  return {
    id: job.id,
    title: job.title,
    version: job.version,
    status: job.status,
    idempotencyKey: randomUUID(),
    mayEdit: canEditJob(viewer, job),
    todo,
    page: typed && describeJob(context.deps, previewJob(job, typed, employer, clock())),
  };
});

export default function JobPreview() {
  const preview = useLoaderData<typeof loader>();
  const { page, id, title, todo } = preview;
  return (
    <div className="page">
      <PageHeader
        back={{ to: `/employer/jobs/${id}`, label: "Back to the job" }}
        lede={
          page
            ? `${page.employer.name}. This is a preview: coders see it like this once it is published.`
            : "A preview needs a whole job. These fields still need an answer."
        }
        title={page?.title ?? (title || "Untitled draft")}
      />
      {page ? (
        <div className="columns">
          <article className="job-preview">
            <JobArticle job={page} standings={new Map()} />
            <EmployerBlock employer={page.employer} />
          </article>
          {preview.mayEdit ? <PreviewActions lastDay={page.lastDay} {...preview} /> : null}
        </div>
      ) : (
        <TodoList jobId={id} todo={todo} />
      )}
    </div>
  );
}
