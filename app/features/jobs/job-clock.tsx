import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { When } from "#app/components/when.tsx";
import type { Overview } from "./read-overview.server.ts";
import { UnansweredNotice } from "./unanswered-notice.tsx";

/** What runs out for a job: answers promised, the question whether it is still open, what keeps it from a repost. */
export function JobClock({ job }: { job: Overview }) {
  return (
    <>
      {job.pausesOn ? (
        <Notice title="Are you still hiring?" tone="warning">
          <p>
            Confirm that it is still open, or it is paused on <When at={job.pausesOn} />.
          </p>
        </Notice>
      ) : null}
      {job.unanswered ? (
        <UnansweredNotice
          count={job.unanswered.count}
          doing={job.status === "published" ? "extend or copy it" : "post it again"}
          jobId={job.unanswered.jobId}
        />
      ) : null}
      {job.countdown ? (
        <p>
          <Link to={`/employer/jobs/${job.id}/applications?view=list&sort=reply`}>
            {job.countdown}
          </Link>
        </p>
      ) : null}
    </>
  );
}
