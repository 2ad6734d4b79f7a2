import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import {
  codeSystems,
  popularFamilies,
  popularSpecialties,
} from "#app/features/code-browser/index-entries.server.ts";
import { openJobCounts } from "#app/features/code-browser/open-job-counts.server.ts";
import { HomeView } from "#app/features/home/home-view.tsx";
import { JobList } from "#app/features/job-search/job-list.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { SearchBox } from "#app/features/job-search/search-box.tsx";
import { handled } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";
import { listNewestJobs } from "#db/queries/job-listings.ts";

const NEWEST_SHOWN = 6;

export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const [{ total, byFamily, bySpecialty }, newest] = await Promise.all([
    openJobCounts(deps),
    listNewestJobs(deps.db, { limit: NEWEST_SHOWN }),
  ]);
  return {
    index: {
      totalJobs: total,
      families: popularFamilies(byFamily, 9),
      specialties: popularSpecialties(bySpecialty, 24),
      systems: codeSystems(byFamily),
    },
    newest: newest.map((job) => rowJob(job)),
  };
});

export default function HomeRoute() {
  const { index, newest } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <HomeView
      field={<SearchBox inputId="q" onChoose={({ href }) => navigate(href)} q="" />}
      index={index}
      newest={newest.length > 0 ? <JobList jobs={newest} /> : null}
    />
  );
}
