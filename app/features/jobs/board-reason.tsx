import { Notice } from "#app/components/notice.tsx";
import type { Overview } from "./read-overview.server.ts";

/** What the board asks for before the job can be public, or why it took the job away. */
export function BoardReason({ job }: { job: Overview }) {
  if (!job.boardReason) return null;
  return job.status === "rejected" ? (
    <Notice title="Change this before the job can be public" tone="warning">
      {job.boardReason}
    </Notice>
  ) : (
    <Notice title="The board removed this job" tone="warning">
      {job.boardReason}
    </Notice>
  );
}
