import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import type { JobPage } from "./job-page.server.ts";
import type { Standing } from "./read-job-page.server.ts";

/** Pay, the reply promise, and the one thing this reader can do next. */
export function ApplyPanel({ job, standing }: { job: JobPage; standing: Standing }) {
  return (
    <div className="apply-panel">
      <p className="figure apply-panel__pay">{job.pay}</p>
      {job.hourlyEquivalent && <p className="soft">{job.hourlyEquivalent}</p>}
      <NextStep job={job} standing={standing} />
      <p className="soft">{replyPromise(job.replyByDays)}</p>
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

function replyPromise(days: number | null): string {
  if (days === null) return "The employer makes no promise about when it replies.";
  return `The employer promises to reply within ${days === 1 ? "1 day" : `${days} days`}.`;
}
