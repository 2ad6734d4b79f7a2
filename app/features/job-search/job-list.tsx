import { JobRow, type RowExtra } from "./job-row.tsx";
import type { RowJob } from "./row-job.ts";

/** What each row shows beside the job itself. */
export type RowExtras = (job: RowJob) => RowExtra;

/** Jobs one under the other. */
export function JobList({
  jobs,
  extras,
}: {
  jobs: readonly RowJob[];
  extras?: RowExtras | undefined;
}) {
  return (
    <ol className="job-list">
      {jobs.map((job) => (
        <li key={job.id}>
          <JobRow job={job} {...extras?.(job)} />
        </li>
      ))}
    </ol>
  );
}
