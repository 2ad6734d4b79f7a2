import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { familyPage } from "#app/features/code-browser/family-page.server.ts";
import { FamilyView } from "#app/features/code-browser/family-view.tsx";
import { openJobCounts } from "#app/features/code-browser/open-job-counts.server.ts";
import { JobList } from "#app/features/job-search/job-list.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";
import { listNewestJobs } from "#db/queries/job-listings.ts";

const JOBS_SHOWN = 5;

export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ params, context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const { byFamily } = await openJobCounts(deps);
  const page = familyPage(params.id ?? "", byFamily);
  if (!page) throw notFound();
  const jobs = await listNewestJobs(deps.db, { familyId: page.family.id, limit: JOBS_SHOWN });
  return { page, jobs: jobs.map((job) => rowJob(job, [page.family.id])) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Code family not found · CareerCenter" }];
  const { family, explanation } = data.page;
  return [
    { title: `${family.range} ${family.label}, ${family.systemLabel} · CareerCenter` },
    { name: "description", content: explanation },
  ];
};

export default function CodeFamilyRoute() {
  const { page, jobs } = useLoaderData<typeof loader>();
  const list = jobs.length > 0 ? <JobList jobs={jobs} /> : null;
  return <FamilyView jobs={list} page={page} />;
}
