import type { JobHit } from "#app/domain/job-search.ts";
import { JobRow, type RowExtra } from "./job-row.tsx";

/** What each row shows beside the job itself. */
export type RowExtras = (job: JobHit) => RowExtra;

/** Jobs one under the other; `asked` are the families each row names first. */
export function JobList({
  jobs,
  asked = [],
  extras,
}: {
  jobs: readonly JobHit[];
  asked?: readonly string[];
  extras?: RowExtras | undefined;
}) {
  return (
    <ol className="job-list">
      {jobs.map((job) => (
        <li key={job.id}>
          <JobRow asked={asked} job={job} {...extras?.(job)} />
        </li>
      ))}
    </ol>
  );
}
