import type { JobHit } from "#app/domain/job-search.ts";
import { JobRow } from "./job-row.tsx";

/** Jobs one under the other; `asked` are the families each row names first. */
export function JobList({
  jobs,
  asked = [],
}: {
  jobs: readonly JobHit[];
  asked?: readonly string[];
}) {
  return (
    <ol className="job-list">
      {jobs.map((job) => (
        <li key={job.id}>
          <JobRow asked={asked} job={job} />
        </li>
      ))}
    </ol>
  );
}
