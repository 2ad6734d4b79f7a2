import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { completenessOf } from "#app/domain/profile-completeness.ts";
import { ApplicationsInMotion, RecommendedJobs } from "#app/features/applicants/applicant-home.tsx";
import { ProfileMeter } from "#app/features/applicants/profile-meter.tsx";
import { recommendJobs } from "#app/features/applicants/recommend-jobs.server.ts";
import { JobRow } from "#app/features/job-search/job-row.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { handled } from "#app/web/handled.server.ts";
import { listOpenApplications } from "#db/queries/applicant-home.ts";
import { countWaitingInvitations } from "#db/queries/apply-invitations.ts";
import { listJobHits } from "#db/queries/job-listings.ts";
import { readProfile } from "#db/queries/profiles.ts";

const SHOWN = 6;

export const meta: MetaFunction = () => [{ title: "Your desk · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const { deps } = context;
  const { profile } = await readProfile(deps.db, userId);
  const [best, applications, invitations] = await Promise.all([
    recommendJobs(deps, { userId, profile, limit: SHOWN }),
    listOpenApplications(deps.db, { userId, limit: SHOWN }),
    countWaitingInvitations(deps.db, userId),
  ]);
  const hits = await listJobHits(
    deps.db,
    best.map(({ id }) => id),
  );
  return {
    invitations,
    knowsFamilies: profile.experience.length > 0,
    completeness: completenessOf(profile),
    jobs: hits.map((hit) => ({
      job: rowJob(hit),
      match: best.find(({ id }) => id === hit.id)?.match ?? null,
    })),
    applications: applications.map(({ stageChangedAt, replyBy, ...application }) => ({
      ...application,
      stageChangedAt: stageChangedAt.toISOString(),
      replyBy: replyBy?.toISOString() ?? null,
    })),
  };
});

export default function ApplicantHome() {
  const { completeness, knowsFamilies, jobs, applications, invitations } =
    useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader title="Your desk" />
      <div className="columns applicant-home">
        <div className="stack">
          <ProfileMeter base="/applicant/profile" completeness={completeness} />
          <div className="cluster">
            <ButtonLink to="/applicant/profile" variant="secondary">
              Edit your profile
            </ButtonLink>
            <ButtonLink to="/applicant/resumes" variant="quiet">
              Your resumes
            </ButtonLink>
            <ButtonLink to="/applicant/privacy" variant="quiet">
              Who sees your profile
            </ButtonLink>
            <ButtonLink
              to="/applicant/invitations"
              variant={invitations > 0 ? "secondary" : "quiet"}
            >
              Invitations to apply{invitations > 0 ? `: ${invitations} to answer` : null}
            </ButtonLink>
          </div>
        </div>
        <div className="stack">
          <section aria-labelledby="in-motion">
            <div className="section-heading">
              <h2 id="in-motion">Applications under way</h2>
              <Link to="/applicant/applications">All your applications</Link>
            </div>
            <ApplicationsInMotion applications={applications} />
          </section>
          <section aria-labelledby="recommended">
            <div className="section-heading">
              <h2 id="recommended">Jobs that ask for what you code</h2>
              <Link to="/applicant/recommended">All recommended jobs</Link>
            </div>
            <RecommendedJobs known={knowsFamilies}>
              {jobs.map(({ job, match }) => (
                <li key={job.id}>
                  <JobRow job={job} match={match} />
                </li>
              ))}
            </RecommendedJobs>
          </section>
        </div>
      </div>
    </div>
  );
}
