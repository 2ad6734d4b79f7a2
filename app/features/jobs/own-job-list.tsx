import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";
import { JobStatusBadge } from "./job-status-badge.tsx";
import type { OwnJobs } from "./read-own-jobs.server.ts";

type OwnJob = OwnJobs["jobs"][number];

/** An employer's own jobs, one line of facts each; who may, ticks several and says what to do with them. */
export function OwnJobList({
  jobs,
  selectable = false,
}: {
  jobs: readonly OwnJob[];
  selectable?: boolean;
}) {
  const list = (
    <ul className="own-jobs">
      {jobs.map((job) => (
        <li className="own-job" data-selectable={selectable || undefined} key={job.id}>
          {selectable ? (
            <input
              aria-label={`Select ${job.title || "Untitled draft"}`}
              className="own-job__tick"
              name="job"
              type="checkbox"
              value={job.id}
            />
          ) : null}
          <OwnJobLine job={job} />
        </li>
      ))}
    </ul>
  );
  if (!selectable) return list;
  return (
    <Form action="/employer/jobs/bulk" method="get">
      {list}
      <fieldset className="own-jobs-actions">
        <legend>With the jobs you ticked</legend>
        <Button name="do" value="confirm" variant="secondary">
          Confirm they are open
        </Button>
        <Button name="do" value="extend" variant="secondary">
          Extend…
        </Button>
        <Button name="do" value="pause" variant="secondary">
          Pause…
        </Button>
        <Button name="do" value="close" variant="secondary">
          Close…
        </Button>
      </fieldset>
    </Form>
  );
}

function OwnJobLine({ job }: { job: OwnJob }) {
  return (
    <>
      <div className="own-job__words">
        <h2>
          <Link to={`/employer/jobs/${job.id}`}>{job.title || "Untitled draft"}</Link>
        </h2>
        {job.about || job.reference ? (
          <p className="soft small">{[job.reference, job.about].filter(Boolean).join(" · ")}</p>
        ) : null}
        {job.countdown ? (
          <p className={job.countdown.overdue ? "small overdue" : "small"}>{job.countdown.words}</p>
        ) : null}
      </div>
      <div className="own-job__status">
        <JobStatusBadge status={job.status} />
        <span className="soft small">
          <Standing job={job} />
        </span>
      </div>
      <div className="own-job__applications small">
        {job.status === "draft" || job.status === "scheduled" ? null : job.applied === 0 ? (
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
    </>
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
  if (job.status === "scheduled" && job.publishAt) {
    return (
      <>
        for <When at={job.publishAt} />
      </>
    );
  }
  if (job.unconfirmed) return <>nobody confirmed it</>;
  if ((job.status === "closed" || job.status === "expired") && job.closedAt) {
    return <When at={job.closedAt} />;
  }
  return (
    <>
      changed <When at={job.updatedAt} kind="relative" />
    </>
  );
}
