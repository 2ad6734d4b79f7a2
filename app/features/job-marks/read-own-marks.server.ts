import type { JobMarks } from "#app/domain/job-mark.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isPrefetch } from "#app/web/is-prefetch.ts";
import { noteSeenJob, readJobMarks } from "#db/queries/job-marks.ts";
import type { MarkDone } from "./mark-job.server.ts";
import { readMarked } from "./read-marked.server.ts";

/**
 * How the person reading a job's page stands to it and to the jobs listed there; nulls unless they are an applicant.
 * Reading the page is what makes a job seen.
 */
export async function readOwnMarks(
  deps: Pick<Deps, "db">,
  asked: { viewer: Viewer | null; request: Request; jobId: string; listed: readonly string[] },
): Promise<{ marks: Record<string, JobMarks> | null; marked: MarkDone | null }> {
  const { viewer, request, jobId, listed } = asked;
  if (viewer?.kind !== "applicant") return { marks: null, marked: null };
  const { userId } = viewer;
  const params = new URL(request.url).searchParams;
  if (!isPrefetch(request)) await noteSeenJob(deps.db, { userId, jobId });
  const [marks, marked] = await Promise.all([
    readJobMarks(deps.db, { userId, jobIds: [jobId, ...listed] }),
    readMarked(deps, { userId, params }),
  ]);
  return { marks, marked };
}
