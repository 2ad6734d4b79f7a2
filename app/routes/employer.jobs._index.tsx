import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { canEditJob } from "#app/domain/policies/job.ts";
import { OwnJobList } from "#app/features/jobs/own-job-list.tsx";
import { ownJobsHref, readOwnJobsQuery } from "#app/features/jobs/own-jobs-query.ts";
import { readOwnJobs } from "#app/features/jobs/read-own-jobs.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [{ title: "Your jobs · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const query = new URL(request.url).searchParams;
  const { employerId, employerName } = viewer.membership;
  return {
    ...(await readOwnJobs(context.deps, employerId, readOwnJobsQuery(query))),
    employerName,
    mayPost: canEditJob(viewer, { employerId }),
    discarded: query.has("discarded"),
  };
});

export default function OwnJobs() {
  const page = useLoaderData<typeof loader>();
  const { jobs, query, tabs, total, pageCount, mayPost } = page;
  const post = mayPost ? (
    <>
      <ButtonLink to="/employer/jobs/new">Post a job</ButtonLink>
      <ButtonLink to="/employer/jobs/import" variant="secondary">
        Import jobs
      </ButtonLink>
      <ButtonLink to="/employer/job-templates" variant="secondary">
        Templates
      </ButtonLink>
    </>
  ) : null;
  const nothingAtAll = total === 0 && !query.q && !query.status;
  return (
    <div className="page">
      <PageHeader actions={nothingAtAll ? null : post} lede={page.employerName} title="Your jobs" />
      {page.discarded ? <Notice title="Draft discarded." tone="success" /> : null}
      {nothingAtAll ? (
        <EmptyState action={post} title="No jobs yet">
          {mayPost
            ? "A first draft takes about ten minutes. Nobody sees it before you publish it."
            : "Nobody on your team has started one."}
        </EmptyState>
      ) : (
        <>
          <Form action="/employer/jobs" className="own-jobs-search" method="get" role="search">
            {query.status ? <input name="status" type="hidden" value={query.status} /> : null}
            <TextField
              defaultValue={query.q}
              key={query.q}
              hint="By title, reference, city, specialty, or a code family and its codes."
              label="Find a job"
              maxLength={120}
              name="q"
              type="search"
            />
            <Button variant="secondary">Find</Button>
          </Form>
          <LinkTabs items={tabs} label="Jobs by status" />
          {jobs.length > 0 ? (
            <OwnJobList jobs={jobs} selectable={mayPost} />
          ) : (
            <EmptyState
              action={
                <ButtonLink to="/employer/jobs" variant="secondary">
                  Show all jobs
                </ButtonLink>
              }
              title={query.q ? `No job matches “${query.q}”` : "No job stands here"}
            />
          )}
          <Pagination
            hrefFor={(number) => ownJobsHref({ ...query, page: number })}
            page={query.page}
            pageCount={pageCount}
          />
        </>
      )}
    </div>
  );
}
