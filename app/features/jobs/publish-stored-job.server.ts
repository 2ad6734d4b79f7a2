import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Member, requireOwnJob, type SeenVersion } from "./own-job.server.ts";
import { publishJob } from "./publish-job.server.ts";
import { readStoredForm } from "./read-stored-form.server.ts";
import { updateJob } from "./update-job.server.ts";

/**
 * Publishes what was last typed: a draft, or the changes kept beside a public job. Throws
 * `DomainError("incomplete")` while anything is missing or has gone out of date.
 */
export async function publishStoredJob(
  deps: Pick<Deps, "db" | "clock" | "jobReview">,
  { member, seen, idempotencyKey }: { member: Member; seen: SeenVersion; idempotencyKey: string },
): Promise<{ inReview: boolean }> {
  const stored = await requireOwnJob(deps.db, member, seen.jobId);
  const { job } = readStoredForm(stored, deps.clock());
  if (!job) {
    throw new DomainError(
      "incomplete",
      "Some fields still need an answer before this job can be public.",
    );
  }
  if (stored.status === "published" || stored.status === "paused") {
    return await updateJob(deps, { member, seen, job });
  }
  return await publishJob(deps, { member, seen, job, idempotencyKey });
}
