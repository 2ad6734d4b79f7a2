import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { unansweredSentence } from "./unanswered-words.ts";

/** Says what keeps a job from being posted again, with the way to it; nothing when nothing does. */
export function UnansweredNotice({
  count,
  jobId,
  doing,
}: {
  count: number;
  /** The job whose applications they are. */
  jobId: string;
  doing: string;
}) {
  if (count === 0) return null;
  return (
    <Notice title={unansweredSentence(count, doing)} tone="warning">
      <p>
        Moving an application, declining it or writing to the applicant is an answer.{" "}
        <Link to={`/employer/jobs/${jobId}/applications?view=list&sort=reply`}>See them</Link>
      </p>
    </Notice>
  );
}
