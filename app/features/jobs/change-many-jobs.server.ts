import { isDomainError } from "#app/domain/errors.ts";
import type { CloseReason } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobsByIds } from "#db/queries/employer-jobs.ts";
import { changeJobStatus } from "./change-job-status.server.ts";
import { confirmJob } from "./confirm-job.server.ts";
import type { Member, SeenVersion } from "./own-job.server.ts";
import { renewJob } from "./renew-job.server.ts";

/** At most this many jobs are changed by one press. */
export const MOST_AT_ONCE = 50;

export type ManyChange =
  | { action: "confirm" }
  | { action: "pause" }
  | { action: "close"; reason: CloseReason }
  | { action: "extend"; closesOn: string };

/** What came of one job. */
export interface ManyOutcome {
  id: string;
  title: string;
  /** Why nothing was done; null when it was. */
  refusal: string | null;
  link: string | null;
}

/**
 * Does one thing to several of the employer's own jobs, each as it was seen and in a transaction of its own: one that is
 * refused leaves the others done. Ids that are not the employer's are passed over in silence. Sent twice, the second
 * time refuses what the first has done.
 */
export async function changeManyJobs(
  deps: Pick<Deps, "db" | "tasks" | "clock" | "jobReview">,
  { member, seen, change }: { member: Member; seen: readonly SeenVersion[]; change: ManyChange },
): Promise<ManyOutcome[]> {
  const some = seen.slice(0, MOST_AT_ONCE);
  const jobIds = some.map(({ jobId }) => jobId);
  const jobs = await listJobsByIds(deps.db, { employerId: member.employerId, jobIds });
  const outcomes: ManyOutcome[] = [];
  for (const { id, title } of jobs) {
    const version = some.find(({ jobId }) => jobId === id)?.version ?? 0;
    const refusal = await refusalOf(() => changeOne(deps, member, { jobId: id, version }, change));
    outcomes.push({ id, title: title || "Untitled draft", ...refusal });
  }
  return outcomes;
}

function changeOne(
  deps: Pick<Deps, "db" | "tasks" | "clock" | "jobReview">,
  member: Member,
  seen: SeenVersion,
  change: ManyChange,
): Promise<unknown> {
  switch (change.action) {
    case "confirm":
      return confirmJob(deps, { member, seen });
    case "extend":
      return renewJob(deps, { member, seen, closesOn: change.closesOn });
    case "pause":
    case "close":
      return changeJobStatus(deps, { member, seen, change });
  }
}

async function refusalOf(
  work: () => Promise<unknown>,
): Promise<{ refusal: string | null; link: string | null }> {
  try {
    await work();
    return { refusal: null, link: null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const meanwhile = error.code === "changed-meanwhile";
    return {
      refusal: meanwhile ? "It was changed in the meantime. Look at it again." : error.message,
      link: error.link,
    };
  }
}
