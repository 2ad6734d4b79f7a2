import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";
import type { JobPage } from "./job-page.server.ts";
import type { Standing } from "./read-job-page.server.ts";

/** Pay, the reply promise, and the one thing this reader can do next. */
export function ApplyPanel({ job, standing }: { job: JobPage; standing: Standing }) {
  return (
    <div className="apply-panel">
      <p className="figure apply-panel__pay">{job.pay}</p>
      {job.hourlyEquivalent && <p className="soft">{job.hourlyEquivalent}</p>}
      <NextStep job={job} standing={standing} />
      <ReplyPromise job={job} />
    </div>
  );
}

function NextStep({ job, standing }: { job: JobPage; standing: Standing }) {
  switch (standing.kind) {
    case "anonymous":
    case "applicant":
      return (
        <ButtonLink to={`/jobs/${job.slug}/apply`} variant="primary">
          Apply for this job
        </ButtonLink>
      );
    case "applied":
      return (
        <p>
          You have applied.{" "}
          <Link to={`/applicant/applications/${standing.applicationId}`}>See your application</Link>
        </p>
      );
    case "own-employer":
      return (
        <ButtonLink to={`/employer/jobs/${job.id}`} variant="secondary">
          Manage this job
        </ButtonLink>
      );
    case "other":
      return (
        <p className="soft">You are signed in with an account that does not apply for jobs.</p>
      );
  }
}

const DAY = 86_400_000;

/** What the employer promises, and how it has kept such promises. */
function ReplyPromise({ job }: { job: JobPage }) {
  const { replyByDays: days, replies } = job;
  return (
    <p className="soft">
      {days === null
        ? "The employer makes no promise about when it replies. "
        : `The employer promises to reply within ${days === 1 ? "1 day" : `${days} days`}: apply today and hear by `}
      {days === null ? null : (
        <>
          <When at={new Date(Date.now() + days * DAY).toISOString()} />.{" "}
        </>
      )}
      {replies}
    </p>
  );
}
