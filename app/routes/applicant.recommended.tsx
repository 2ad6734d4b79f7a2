import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { RecommendedJobs } from "#app/features/applicants/applicant-home.tsx";
import { recommendJobs } from "#app/features/applicants/recommend-jobs.server.ts";
import { JobRow } from "#app/features/job-search/job-row.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { handled } from "#app/web/handled.server.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { readProfile } from "#db/queries/profiles.ts";

const SHOWN = 40;

export const meta: MetaFunction = () => [{ title: "Recommended jobs · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const { deps } = context;
  const { profile } = await readProfile(deps.db, userId);
  const best = await recommendJobs(deps, { userId, profile, limit: SHOWN });
  const hits = await listJobHits(
    deps.db,
    best.map(({ id }) => id),
  );
  return {
    knowsFamilies: profile.experience.length > 0,
    jobs: hits.map((hit) => {
      const { match = null, raise = null } = best.find(({ id }) => id === hit.id) ?? {};
      return { job: rowJob(hit), match, raise };
    }),
  };
});

export default function Recommended() {
  const { knowsFamilies, jobs } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        back={{ to: "/applicant", label: "Your desk" }}
        lede={
          <>
            The newest open jobs that ask for a family you have coded, best match first. Jobs you
            applied to, hid or muted are left out. <Link to="/jobs">Search all jobs</Link> or read{" "}
            <Link to="/how-matching-works">how the match works</Link>.
          </>
        }
        title="Recommended jobs"
      />
      <h2 className="visually-hidden">Best match first</h2>
      <RecommendedJobs known={knowsFamilies}>
        {jobs.map(({ job, match, raise }) => (
          <li key={job.id}>
            <JobRow job={job} match={match} raise={raise} />
          </li>
        ))}
      </RecommendedJobs>
    </div>
  );
}
