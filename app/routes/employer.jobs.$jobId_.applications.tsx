import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { JobApplicationsView } from "#app/features/applications/job-applications-view.tsx";
import {
  parseJobApplicationsQuery,
  readJobApplications,
} from "#app/features/applications/read-job-applications.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page ? `Applications: ${page.job.title} · CareerCenter` : "Applications · CareerCenter",
  },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const page = await readJobApplications(context.deps, {
    viewer,
    jobId: uuidParam(params.jobId),
    query: parseJobApplicationsQuery(new URL(request.url).searchParams),
  });
  if (!page) throw notFound();
  return page;
});

export default function Applications() {
  return <JobApplicationsView page={useLoaderData<typeof loader>()} />;
}
