import { Link } from "@remix-run/react";
import { When } from "#app/components/when.tsx";
import { JobStatusBadge } from "./job-status-badge.tsx";
import type { OwnJobs } from "./read-own-jobs.server.ts";

type OwnJob = OwnJobs["jobs"][number];

/** An employer's own jobs, one line of facts each. */
export function OwnJobList({ jobs }: { jobs: readonly OwnJob[] }) {
  return (
    <ul className="own-jobs">
      {jobs.map((job) => (
        <li className="own-job" key={job.id}>
          <div className="own-job__words">
            <h2>
              <Link to={`/employer/jobs/${job.id}`}>{job.title || "Untitled draft"}</Link>
            </h2>
            {job.about ? <p className="soft small">{job.about}</p> : null}
          </div>
          <div className="own-job__status">
            <JobStatusBadge status={job.status} />
            <span className="soft small">
              <Standing job={job} />
            </span>
          </div>
          <div className="own-job__applications small">
            {job.status === "draft" ? null : job.applied === 0 ? (
              <span className="soft">No applications</span>
            ) : (
              <Link to={`/employer/jobs/${job.id}/applications`}>
                <b className="figure">{job.applied.toLocaleString("en-US")}</b>{" "}
                {job.applied === 1 ? "application" : "applications"}
              </Link>
            )}
            {job.waiting > 0 ? (
              <span className="soft">
                <b className="figure">{job.waiting.toLocaleString("en-US")}</b> still open
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Standing({ job }: { job: OwnJob }) {
  if (job.status === "published" && job.lastDay) {
    return (
      <>
        through <When at={job.lastDay} />
      </>
    );
  }
  if ((job.status === "closed" || job.status === "expired") && job.closedAt) {
    return <When at={job.closedAt} />;
  }
  return (
    <>
      changed <When at={job.updatedAt} kind="relative" />
    </>
  );
}
