import { DomainError } from "#app/domain/errors.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";
import { type EmployerJob, findEmployerJob } from "#db/queries/employer-job.ts";

/** Who acts, and for whom. */
export interface Member {
  userId: string;
  employerId: string;
}

/** A job as a page showed it. */
export interface SeenVersion {
  jobId: string;
  version: number;
}

/** The employer's own job; `DomainError("not-found")` for an unknown id and for another employer's alike. */
export async function requireOwnJob(
  db: Db,
  { employerId }: Pick<Member, "employerId">,
  jobId: string,
): Promise<EmployerJob> {
  const job = await findEmployerJob(db, { employerId, jobId });
  if (!job) throw new DomainError("not-found", "We could not find that job.");
  return job;
}

export const changedMeanwhile = () =>
  new DomainError(
    "changed-meanwhile",
    "This job was changed after you opened it, perhaps by a colleague. What you typed is still here; look at the job as it is now before you save over it.",
  );

/** Throws unless the job still is at the version its page showed. */
export function requireVersion(job: EmployerJob, version: number): void {
  if (job.version !== version) throw changedMeanwhile();
}

/** Throws unless the job's status is one that `doing` ("edited") is open to. */
export function requireStatus(job: EmployerJob, open: readonly JobStatus[], doing: string): void {
  if (open.includes(job.status)) return;
  throw new DomainError(
    "illegal-move",
    `This job is ${job.status.replace("-", " ")}, so it cannot be ${doing}. Duplicate it to post it again.`,
  );
}
