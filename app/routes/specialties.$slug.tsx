import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { openJobCounts } from "#app/features/code-browser/open-job-counts.server.ts";
import { specialtyPage } from "#app/features/code-browser/specialty-page.server.ts";
import { SpecialtyView } from "#app/features/code-browser/specialty-view.tsx";
import { JobList } from "#app/features/job-search/job-list.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";
import { listNewestJobs } from "#db/queries/job-listings.ts";

const JOBS_SHOWN = 10;

export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ params, context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const page = specialtyPage(params.slug ?? "", await openJobCounts(deps));
  if (!page) throw notFound();
  const jobs = await listNewestJobs(deps.db, { specialty: page.slug, limit: JOBS_SHOWN });
  return { page, jobs: jobs.map((job) => rowJob(job)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.page.label} coding jobs · CareerCenter` },
        {
          name: "description",
          content: `${data.page.jobs} open ${data.page.label.toLowerCase()} coding jobs, the code families they ask for and the credentials that go with them.`,
        },
      ]
    : [{ title: "Specialty not found · CareerCenter" }];

export default function SpecialtyRoute() {
  const { page, jobs } = useLoaderData<typeof loader>();
  return <SpecialtyView jobs={jobs.length > 0 ? <JobList jobs={jobs} /> : null} page={page} />;
}
