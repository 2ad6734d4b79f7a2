import { Link } from "@remix-run/react";
import { When } from "#app/components/when.tsx";
import type { CloseReason } from "#app/domain/job-lifecycle.ts";
import { JobStatusBadge } from "./job-status-badge.tsx";
import type { Overview } from "./read-overview.server.ts";

const CLOSED: Record<CloseReason, string> = {
  filled: "Filled",
  withdrawn: "Withdrawn",
  removed: "Removed by the board",
};

/** Where a job stands, as a badge and a sentence. */
export function StatusLine({ job }: { job: Overview }) {
  return (
    <span className="status-line">
      <JobStatusBadge status={job.status} /> <span>{sentence(job)}</span>
    </span>
  );
}

function sentence(job: Overview) {
  const until = job.lastDay ? <When at={job.lastDay} /> : null;
  const publicLink = <Link to={`/jobs/${job.slug}`}>public page</Link>;
  switch (job.status) {
    case "draft":
      return "Only your team sees it.";
    case "in-review":
      return "We read it before it is public, usually within a working day, and tell you by mail. Nobody else sees it until then.";
    case "scheduled":
      return job.publishAt ? (
        <>
          Goes public on <When at={job.publishAt} />, 6:00 AM Eastern time. Only your team sees it.
        </>
      ) : null;
    case "rejected":
      return "Take it back to a draft, make the changes and publish again.";
    case "published":
      return job.ended ? (
        <>Its last day has passed; it no longer takes applications. See its {publicLink}.</>
      ) : (
        <>
          Open through {until}, Eastern time. See its {publicLink}.
        </>
      );
    case "paused":
      if (job.unconfirmed) {
        return (
          <>Nobody confirmed it in time, so coders cannot find it. Resume it if you still hire.</>
        );
      }
      return <>Coders cannot find it or apply. It ends on {until} unless you resume it.</>;
    case "closed":
      return (
        <>
          {CLOSED[job.closeReason ?? "withdrawn"]}
          {job.closedAt ? (
            <>
              {" "}
              on <When at={job.closedAt} />
            </>
          ) : null}
          . Duplicate it to post it again.
        </>
      );
    case "expired":
      return <>Its last day was {until}. Post it again or duplicate it.</>;
  }
}
